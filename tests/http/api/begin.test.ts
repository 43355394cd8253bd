import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { textAt } from '../../support/response-shapes.ts'
import { aWorld } from '../../support/world.ts'

type Call = {
  readonly name: string | null
  readonly method: string
  readonly path: string
  readonly body: string | null
  /** What jq takes of the answer. */
  readonly takes: string | null
}

const CALL = /(?:(\w+)=\$\()?ask ([A-Z]+) (\S+)(?: -d '((?:[^']|'\$\w+')*)')?(?: \| jq -r '([^']+)'\))?/g

test('the calls of docs/api.md are answered in their order, from the first person to the report', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const wish = { name: 'The page', access: 'write', programmeIds: [world.northwind.id] }
  const made = await nadia.post('/api/v1/keys', { ...wish, expiresOn: '2027-12-31' })
  const Authorization = `Bearer ${textAt(made.body, 'key')}`
  const program = await world.as(null)
  const known = new Map<string, string>()

  for (const { name, method, path, body, takes } of calls()) {
    const filled = (text: string) =>
      text.replaceAll(/'?\$(\w+)'?/g, (_, variable: string) => known.get(variable) ?? `no ${variable}`)
    if (path.endsWith('/outcome')) world.now('2027-05-31T08:00Z')
    const answer = await program.ask(`/api/v1${filled(path).replaceAll('"', '')}`, {
      method,
      headers: { Authorization, 'Content-Type': 'application/json' },
      ...(body !== null && { body: filled(body) }),
    })
    expect({ method, path, body: answer.body, isDone: answer.status < 300 }).toMatchObject({ isDone: true })
    if (name !== null && takes !== null) known.set(name, textAt(answer.body, ...stepsOf(takes)))
  }
  expect([...known.keys()]).toEqual([
    ...['PROGRAMME', 'MENTOR', 'EXECUTIVE', 'PAIRING', 'OFFER', 'OPTION', 'SESSION'],
  ])
})

function calls(): readonly Call[] {
  const blocks = Array.from(env.API_PAGE.matchAll(/```sh\n([\s\S]*?)```/g), ([, block = '']) => block)
  return Array.from(
    blocks.join('\n').matchAll(CALL),
    ([, name = null, method = '', path = '', body = null, takes = null]) => {
      return { name, method, path, body, takes }
    },
  )
}

/** “.options[0].id” */
function stepsOf(takes: string): readonly (string | number)[] {
  return Array.from(takes.matchAll(/\w+/g), ([step]) => (/^\d+$/.test(step) ? Number(step) : step))
}
