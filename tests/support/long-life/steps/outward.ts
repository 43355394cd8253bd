import { inArray } from 'drizzle-orm'

import { outbox } from '../../../../schema/index.ts'
import { after, DAY, iso } from '../../../../worker/domain/time/time.ts'
import { canary } from '../canary.ts'
import { isDone, POST, shuffled, type Step } from './step.ts'

/** What leaves, as a manager looks at it before and after, and as a sponsor reads it. */
export const outward: Readonly<Record<string, Step>> = {
  'as they see it': async (life) => {
    const ids = life.pairs.map(({ executive }) => executive.person.id)
    const letters = await life.platform.db
      .select({ id: outbox.id })
      .from(outbox)
      .where(inArray(outbox.personId, ids))
    let seen = false
    for (const { id } of shuffled(letters, life.random).slice(0, 3))
      for (const { manager } of life.cast.houses) {
        seen = isDone(await life.ask(manager, `/deliveries/${id}/as-they-see-it`)) || seen
        await life.ask(manager, `/deliveries/${id}/source`)
      }
    return seen
  },
  'an agent reads': async (life) => {
    const { manager, key } = life.among(life.keys)
    const pairingId = life.among(life.pairs).pairing.id
    const tools = {
      read_today: {},
      list_pairings: {},
      read_pairing: { pairingId },
      find_free_times: { pairingId },
    }
    let read = true
    for (const [name, args] of Object.entries(tools)) {
      const json = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: args } }
      const headers = { Authorization: `Bearer ${key}` }
      const reading = { readerId: manager.id, way: 'page' } as const
      read = isDone(await life.ask(null, '/mcp', { json, headers, reading })) && read
    }
    return read
  },
  'a sponsor reads': async (life) => {
    const sven = life.person('sven')
    const paths = life.cast.houses.map(({ programme }) => `/programmes/${programme.id}/report`)
    const read = await Promise.all(
      paths.flatMap((path) => [life.ask(sven, path), life.ask(sven, `/api/v1${path}`)]),
    )
    await life.ask(sven, '/')
    return read.slice(0, 2).every(isDone)
  },
  'a link to the figures': async (life) => {
    const [{ manager, programme, owner }] = life.cast.houses
    const sven = life.person('sven')
    const page = `/programmes/${programme.id}/report`
    const endsOn = iso(after(life.platform.now(), 30 * DAY)).slice(0, 10)
    const form = { label: canary(owner, 'label'), endsOn, locale: life.among(['en', 'fr']) }
    const made = await life.ask(manager, `${page}/links`, { form })
    const { body } = await life.ask(manager, made.location ?? page)
    const k = /\/figures\?k=([\w-]+)/.exec(body)?.[1]
    await life.ask(manager, `${page}/links`, { form: { ...form, address: sven.email } })
    if (k === undefined) return false
    const path = `/figures?k=${k}`
    const read = await life.ask(null, path, { reading: { readerId: sven.id, way: 'page' } })
    const id = /made=(rpl_[\w-]+)/.exec(made.location ?? '')?.[1]
    await life.ask(manager, `${page}/links/${id}/revocation`, POST)
    await life.ask(null, path, { reading: { readerId: sven.id, way: 'page' } })
    return isDone(read)
  },
}
