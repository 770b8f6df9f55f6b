import { notFound } from "next/navigation";
import { AppError } from "@/lib/errors";

/** The value, or the page for what is absent or not for this viewer. Other failures go on to the error page. */
export async function orNotFound<T>(value: Promise<T>): Promise<T> {
  try {
    return await value;
  } catch (error) {
    if (error instanceof AppError && (error.code === "not-found" || error.code === "invalid")) notFound();
    throw error;
  }
}
