import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'

import { aFault, failingDatabase } from '../../failing-database.ts'
import { canary } from '../canary.ts'
import { onAny, shuffled, type Step } from './step.ts'

export const astray: Readonly<Record<string, Step>> = {
  'what is not hers': onAny(async (life, pair, manager) => {
    const session = await life.openSession(pair)
    const paths = [
      `/people/${pair.executive.person.id}`,
      `/pairings/${pair.pairing.id}`,
      `/programmes/${pair.house.programme.id}`,
      ...(session ? [`/sessions/${session.id}`, `/desk/sessions/${session.id}`] : []),
    ]
    const others = [...life.cast.people.values()].filter(({ id }) => id !== manager.id)
    for (const path of paths)
      for (const by of shuffled(others, life.random).slice(0, 2)) {
        await life.ask(by, path)
        await life.ask(by, `/api/v1${path}`)
        await life.ask(by, path, { form: { place: 'x', reason: 'x' } })
      }
    return true
  }),
  'what is nothing': onAny(async (life, { pairing }, manager) => {
    const path = `/api/v1/pairings/${pairing.id}`
    await life.ask(manager, `${path}x`)
    await life.ask(manager, path, { method: 'PATCH', json: { status: 7, place: [] } })
    await life.ask(manager, path, { method: 'DELETE' })
    await life.ask(manager, path, { method: 'PATCH', csv: '{' })
    await life.ask(manager, path, { method: 'PATCH', json: {}, headers: { 'If-Match': '"999"' } })
    await life.ask(manager, path, { method: 'PATCH', json: {}, headers: { Origin: 'https://evil.example' } })
    await life.ask(manager, '/nowhere')
    await life.ask(manager, '/api/v1/sessions?cursor=bm9uZQ')
    await life.ask(manager, path, { method: 'PATCH', json: { x: 'x'.repeat(1_200_000) } })
    return true
  }),
  'a link that ended': async (life) => {
    const [held] = shuffled(life.links, life.random)
    if (!held) return false
    await life.follow(held)
    await life.ask(null, `${held.purpose}?k=nothing`)
    return true
  },
  'a database that fails': onAny(async (life, { pairing, owner }, manager) => {
    await life.cookie(manager)
    const error = () => new Error(`D1_ERROR: ${canary(owner, 'note')}`)
    for (const fault of [aFault(life.among([1, 3, 4])), aFault(life.among([2, 4]), { error })]) {
      const platform = { ...life.platform, db: drizzle(failingDatabase(env.DB, fault)) }
      const form = { managersNote: canary(owner, 'note') }
      await life.ask(manager, `/pairings/${pairing.id}/note`, { form, platform })
      await life.ask(manager, `/pairings/${pairing.id}`, { platform })
      await life.ask(manager, '/health', { platform })
    }
    return true
  }),
}
