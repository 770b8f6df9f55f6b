import { formatDate } from "@/components/ui/dates";
import { attachment } from "@/lib/exports/attachment";
import { documentOf } from "@/lib/letters/letter-document";
import { getLetterForFile } from "@/lib/letters/queries";
import { orderSchema } from "@/lib/letters/schema";
import { problem } from "@/lib/platform/http";
import { currentViewer } from "@/lib/platform/session";

type Context = { params: Promise<{ slug: string }> };

/** The response letter as a Word document, of what its page shows this viewer. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const slug = decodeURIComponent((await params).slug);
    const order = orderSchema.parse(new URL(request.url).searchParams.get("order"));
    const letter = await getLetterForFile(await currentViewer(), slug, order);
    // Large, and wanted rarely: loaded with the first letter.
    const { docxOf } = await import("@/lib/letters/letter-docx");
    const { title, authors } = letter.article;
    const file = await docxOf(documentOf(letter, formatDate), { title: `Response to readers of “${title}”`, authors });
    return new Response(file, {
      headers: {
        "Content-Type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "Content-Disposition": attachment(`response-letter-${slug}.docx`),
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
