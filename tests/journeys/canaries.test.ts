import { env } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'

import { walk } from '../support/long-life/walk.ts'

const lines: string[] = []
const out: string[] = []
const real = console.log
for (const method of ['log', 'error', 'warn', 'info', 'debug'] as const)
  vi.spyOn(console, method).mockImplementation((...said: readonly unknown[]) => {
    lines.push(said.map(String).join(' '))
  })

test('no canary is found outside its cells', async () => {
  const seed = Number(Reflect.get(env, 'CANARY_SEED') || 1)
  const began = performance.now()
  const { watch, done, life, stored, misplaced } = await walk({ seed, steps: 200, doors: 6, lines })
  out.push(
    JSON.stringify({ seed, ms: performance.now() - began, stored, misplaced, texts: Object.fromEntries(watch.texts), allowed: Object.fromEntries(watch.allowed), statuses: Object.fromEntries(life.statuses), done: Object.fromEntries(done) }, null, 1),
  )
  const groups = Map.groupBy(watch.leaks, ({ sink, reader, what }) => `${sink} | ${reader} | ${what}`)
  for (const [name, all] of groups) out.push(`LEAK ${name} | ${all.length} | ${all[0]?.where.slice(0, 120)}`)
  real(out.join('\n'))
  expect(watch.leaks.length).toBe(0)
  expect(1).toBe(2)
}, 600_000)
