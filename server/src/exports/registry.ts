/** Every format there is, one line each, in the order in which they are offered. */
import { csv } from './csv/index.ts'
import type { Exporter } from './exporter.ts'
import { html } from './html/index.ts'
import { json } from './json/index.ts'
import { markdown } from './markdown/index.ts'
import { png } from './png/index.ts'
import { svg } from './svg/index.ts'

export const exporters: readonly Exporter[] = [png, svg, html, markdown, csv, json]
