import type { Piece } from "@/lib/revisions/comparison";

/** Words of two texts in one line of reading, what came and what went set apart by its line and, for those who listen, by a word. */
export function ComparedWords({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a comparison does not change, and its pieces have no other name
    <ComparedPiece key={index} piece={piece} />
  ));
}

function ComparedPiece({ piece: { kind, text, isMoved } }: { piece: Piece }) {
  if (kind === "kept") return text;
  const words = <span className="vh" lang="en">{` [${isMoved ? "moved " : ""}${kind === "inserted" ? "inserted" : "removed"}: `}</span>;
  const end = <span className="vh">] </span>;
  if (kind === "inserted") {
    return (
      <ins className={isMoved ? "is-moved" : undefined}>
        {words}
        {text}
        {end}
      </ins>
    );
  }
  return (
    <del className={isMoved ? "is-moved" : undefined}>
      {words}
      {text}
      {end}
    </del>
  );
}
