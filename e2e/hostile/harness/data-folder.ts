import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RealServer } from '../../fixtures/server.ts'

/** Which of these words stand in some file of the data folder. */
export async function wordsInFolder({ data }: RealServer, words: readonly string[]): Promise<string[]> {
  const files = await readdir(data, { recursive: true, withFileTypes: true })
  const found = new Set<string>()
  for (const file of files) {
    if (!file.isFile()) continue
    const bytes = await readFile(join(file.parentPath, file.name)).catch(() => Buffer.alloc(0))
    for (const word of words) if (bytes.includes(word)) found.add(word)
  }
  return [...found]
}

/** Those that are still there after `ms`; sooner when all are gone. */
export async function wordsLeft(server: RealServer, words: readonly string[], ms: number): Promise<string[]> {
  const end = Date.now() + ms
  for (;;) {
    const left = await wordsInFolder(server, words)
    if (left.length === 0 || Date.now() > end) return left
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
