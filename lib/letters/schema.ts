import { z } from "zod";
import { letterOrders } from "./letter";

/** From an address: anything else is the order of the text. */
export const orderSchema = z.enum(letterOrders).catch("paragraph");
