"use client";
import { useDeviceSwitch } from "./use-device-switch";

/** Whether single keys do things: whoever dictates, or hits keys by accident, can switch them off (WCAG 2.1.4). */
export function useSingleKeys(): { areOn: boolean; switchTo(on: boolean): void } {
  const { isOn, switchTo } = useDeviceSwitch("single-keys");
  return { areOn: isOn, switchTo };
}
