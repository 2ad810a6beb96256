import { describe, expect, it } from 'vitest'
import { Jar } from './jar.ts'

const setting = (...lines: string[]) => {
  const headers = new Headers()
  for (const line of lines) headers.append('set-cookie', line)
  return new Response(null, { headers })
}

describe('a jar', () => {
  it('shows every cookie that it was given, without the attributes', () => {
    const jar = new Jar()
    jar.take(setting('a=1; HttpOnly; Path=/', 'b=x=y; SameSite=Lax'))
    expect(jar.header()).toBe('a=1; b=x=y')
  })

  it('replaces a cookie of the same name and forgets one that has expired', () => {
    const jar = new Jar()
    jar.take(setting('a=1', 'b=2'))
    jar.take(setting('a=3', 'b=; Max-Age=0'))
    expect(jar.header()).toBe('a=3')
  })
})
