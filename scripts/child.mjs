/** Runs child processes for the other scripts: output kept or shown, seconds counted. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ show?: boolean, cwd?: string, env?: Record<string, string> }} [options] `show`: output goes to the terminal
 * @returns {Promise<{ code: number, output: string, stdout: string, seconds: number }>}
 */
export function run(command, args, { show = false, cwd = ROOT, env = {} } = {}) {
  const begun = performance.now()
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    let stdout = ''
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      output += text
      stdout += text
    })
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      output += text
    })
    const end = (code) =>
      resolve({ code, output, stdout, seconds: Math.round((performance.now() - begun) / 100) / 10 })
    child.on('error', (error) => {
      output += error.message
      end(127)
    })
    child.on('close', (code) => end(code ?? 1))
  })
}

/** A tool of node_modules, without a shell in between. */
export const tool = (path) => fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url))
export const node = (path, args = [], options = {}) => run(process.execPath, [path, ...args], options)
