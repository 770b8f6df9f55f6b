import { formatDate } from "@/components/ui/dates";
import { attachment } from "@/lib/exports/attachment";
import { documentOf } from "@/lib/letters/letter-document";
import { markdownOf } from "@/lib/letters/letter-markdown";
import { getLetterForFile } from "@/lib/letters/queries";
import { orderSchema } from "@/lib/letters/schema";
import { problem } from "@/lib/platform/http";
import { currentViewer } from "@/lib/platform/session";

type Context = { params: Promise<{ slug: string }> };

/** The response letter as Markdown, of what its page shows this viewer. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const slug = decodeURIComponent((await params).slug);
    const order = orderSchema.parse(new URL(request.url).searchParams.get("order"));
    const letter = await getLetterForFile(await currentViewer(), slug, order);
    return new Response(markdownOf(documentOf(letter, formatDate)), {
      headers: {
        "Content-Type": "text/markdown; charset=utf-8",
        "Content-Disposition": attachment(`response-letter-${slug}.md`),
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
        Vary: "Cookie",
      },
    });
  } catch (error) {
    return problem(error);
  }
}
