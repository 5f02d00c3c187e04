// The core as text. Compressed first: base64 of plain bytes compresses badly on the wire.
import packed from "wattflop-packed-core";

/** The bytes of the core. */
export async function bytes(): Promise<ArrayBuffer> {
  const stream = new Blob([decoded(packed)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).arrayBuffer();
}

function decoded(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}
