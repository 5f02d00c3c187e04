// A small static server on localhost.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, normalize, resolve, sep } from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".wasm": "application/wasm",
};

/**
 * Serves folders on a free port, or on the one given.
 *
 * @param {Record<string, string>} mounts the folder behind each prefix, such as `/`
 * @param {Record<string, string>} headers what stands in every answer
 * @returns {Promise<{ origin: string, close: () => Promise<void> }>}
 */
export async function serve(mounts, headers = {}, port = 0) {
  const prefixes = Object.keys(mounts).sort((a, b) => b.length - a.length);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const prefix = prefixes.find((known) => pathname.startsWith(known));
    const file = prefix === undefined ? undefined : fileIn(mounts[prefix], decodeURIComponent(pathname.slice(prefix.length)));
    if (!file) return void response.writeHead(404, headers).end();
    response.writeHead(200, { ...headers, "content-type": TYPES[extname(file)] ?? "application/octet-stream", "x-content-type-options": "nosniff" });
    createReadStream(file).pipe(response);
  });
  await new Promise((listening) => server.listen(port, "127.0.0.1", listening));
  const close = () => new Promise((closed) => { server.close(closed); server.closeAllConnections(); });
  return { origin: `http://127.0.0.1:${server.address().port}`, close };
}

/** The file at a path under a folder; none where it leads out of it. */
function fileIn(folder, path) {
  const root = resolve(folder);
  const wanted = resolve(root, normalize(`./${path}`));
  if (wanted !== root && !wanted.startsWith(root + sep)) return undefined;
  const stat = statSync(wanted, { throwIfNoEntry: false });
  if (stat?.isDirectory()) return fileIn(root, `${path}/index.html`);
  return stat?.isFile() ? wanted : undefined;
}
