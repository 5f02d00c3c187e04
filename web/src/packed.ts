// The core as text: a character a byte. Base64 of compressed bytes would weigh a fifth more on the wire.
import packed from "wattflop-packed-core";

/** The bytes of the core. */
export function bytes(): Uint8Array<ArrayBuffer> {
  const found = new Uint8Array(packed.length);
  for (let place = 0; place < packed.length; place += 1) found[place] = packed.charCodeAt(place);
  return found;
}
