import { paths } from "@/components/shell/paths";
import type { ExportedAnnotation } from "@/lib/collection/collection";
import { exportAnnotations } from "@/lib/collection/queries";
import { type ExportFormat, exportSchema } from "@/lib/collection/schema";
import { AppError } from "@/lib/errors";
import { csvHead, csvOf } from "@/lib/exports/annotation-csv";
import { CSV_MARK } from "@/lib/exports/csv";
import { type Addresses, contextOf, toWebAnnotation } from "@/lib/exports/web-annotation";
import { settings } from "@/lib/platform/env";
import { problem } from "@/lib/platform/http";
import { currentViewer } from "@/lib/platform/session";

/**
 * One's own annotations as a file: `format=csv` or `json-ld`; those named by `item` (an id, or an id with its version as the
 * list's boxes have it), or with `all` what the filters of the list leave. Nobody else's are ever in it, whatever is asked for, and
 * no other site can read it: it is for the person's own browser alone.
 */
export async function GET(request: Request): Promise<Response> {
  try {
    const query = new URL(request.url).searchParams;
    const parsed = exportSchema.safeParse({
      format: query.get("format"),
      all: query.has("all"),
      ids: query.getAll("item").map((item) => item.split(":")[0]),
      filters: Object.fromEntries(query),
    });
    if (!parsed.success)
      throw new AppError("invalid", parsed.error.issues[0]?.message ?? "The address asks for nothing that can be exported.");
    const { format, ids, filters } = parsed.data;
    const pages = await exportAnnotations(await currentViewer(), { ids, filters });
    return new Response(streamOf(written[format](pages)), { headers: headersFor(format) });
  } catch (error) {
    return problem(error);
  }
}

const written: Record<ExportFormat, (pages: AsyncIterable<ExportedAnnotation[]>) => AsyncGenerator<string>> = {
  async *csv(pages) {
    const { annotation: address } = addresses();
    yield CSV_MARK + csvHead();
    for await (const page of pages) yield page.map((one) => csvOf(one, address(one.article.slug, one.id))).join("");
  },
  async *"json-ld"(pages) {
    const all = addresses();
    yield `{"@context":${JSON.stringify(contextOf(all))},"type":"AnnotationPage","items":[`;
    let before = "\n";
    for await (const page of pages) {
      for (const one of page) {
        yield before + JSON.stringify(toWebAnnotation(one, all));
        before = ",\n";
      }
    }
    yield "\n]}\n";
  },
};

function addresses(): Addresses {
  const origin = settings().HEDGEROW_ORIGIN;
  return {
    annotation: (slug, id) => origin + paths.annotation(slug, id),
    revision: (slug, number) => origin + paths.revision(slug, number),
    framework: (slug) => origin + paths.framework(slug),
    vocabulary: `${origin}/ns#`,
  };
}

/** Written as it is read, and read no faster than it is taken. */
function streamOf(text: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const next = await text.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await text.return(undefined);
    },
  });
}

function headersFor(format: ExportFormat): HeadersInit {
  const type = { csv: "text/csv; charset=utf-8", "json-ld": 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"' };
  const name = { csv: "annotations.csv", "json-ld": "annotations.jsonld" };
  return {
    "Content-Type": type[format],
    "Content-Disposition": `attachment; filename="${name[format]}"`,
    "Cache-Control": "private, no-store",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    Vary: "Cookie",
  };
}
