import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Builds an entry of this folder, with the product's code in it, as one module of Node; where it is. */
export async function buildEntry(entry, folder, name) {
  await build({
    root: here,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      ssr: join(here, entry),
      rollupOptions: { output: { entryFileNames: name } },
    },
    // The solver's package loads its program from beside itself.
    ssr: { noExternal: true, external: ['highs'] },
  });
  return join(folder, name);
}
