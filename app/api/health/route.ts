import { isDatabaseReachable } from "@/lib/health/queries";
import { noStore } from "@/lib/platform/http";

/** 200 when the app and its database answer, 503 when the database does not; within two seconds either way. */
export async function GET(): Promise<Response> {
  const database = await isDatabaseReachable();
  return Response.json({ status: database ? "ok" : "database away" }, { status: database ? 200 : 503, headers: noStore });
}
