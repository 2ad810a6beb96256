/** Bundles the page as Excalidraw's own instructions say, once per installed version, into `dist` beside this file. */
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

await mkdir(here('dist'), { recursive: true })
await build({
  entryPoints: [here('page.jsx')],
  outdir: here('dist'),
  bundle: true,
  minify: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  conditions: ['production'],
  define: { 'process.env.NODE_ENV': '"production"', 'process.env.IS_PREACT': '"false"' },
  loader: { '.woff2': 'file', '.ttf': 'file' },
  logLevel: 'error',
})
await cp(here('node_modules/@excalidraw/excalidraw/dist/prod/fonts'), here('dist/fonts'), {
  recursive: true,
})
await writeFile(
  here('dist/index.html'),
  `<!doctype html><meta charset="utf-8"><title>Excalidraw</title>
<link rel="stylesheet" href="/page.css">
<style>html,body,#root{height:100%;margin:0}</style>
<script>window.EXCALIDRAW_ASSET_PATH='/'</script>
<div id="root"></div><script type="module" src="/page.js"></script>
`,
)
