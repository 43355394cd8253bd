import { canary } from './canary.ts'
import { concern } from './cast.ts'
import type { Life } from './life.ts'
import { astray } from './steps/astray.ts'
import { byLinks } from './steps/by-links.ts'
import { byMail } from './steps/by-mail.ts'
import { byManagers } from './steps/by-managers.ts'
import { ofAccounts } from './steps/of-accounts.ts'
import { idOf, type Step } from './steps/step.ts'

/** All of them. A walk takes each in turn, in an order of its own. */
export const STEPS: Readonly<Record<string, Step>> = {
  ...byManagers,
  ...byLinks,
  ...byMail,
  ...ofAccounts,
  ...astray,
}

/** A format of its own for each house, and a track for the pair that is a workshop. */
export async function furnish(life: Life): Promise<void> {
  for (const { owner, programme, manager } of life.cast.houses) {
    const path = `/api/v1/programmes/${programme.id}`
    const json = { name: canary(owner, 'format'), prompts: [canary(owner, 'prompt')] }
    const formatId = idOf((await life.ask(manager, `${path}/formats`, { json })).body)
    const pairs = life.pairs.filter(({ house }) => house.programme.id === programme.id)
    const { body } = await life.ask(manager, `${path}/formats`)
    const others = Array.from(body.matchAll(/"id":"(fmt_\w+)"/g), ([, id = '']) => id)
    const formatIds = [formatId, ...others.filter((id) => id !== formatId).slice(0, 2)]
    for (const { pairing, owner: whose } of pairs.filter((each) => each.pairing.kind === 'workshop')) {
      const text = canary(whose, 'material')
      const track = { formatIds, materials: [{ formatId, text, executiveText: text }] }
      const made = await life.ask(manager, `${path}/tracks`, {
        json: { ...track, name: canary(whose, 'track') },
      })
      const trackId = idOf(made.body)
      await life.ask(manager, `/api/v1/pairings/${pairing.id}`, { method: 'PATCH', json: { trackId } })
    }
    for (const { executive } of pairs)
      await life.ask(manager, `/api/v1/people/${executive.person.id}?programme=${programme.id}`, {
        ...{ method: 'PATCH', json: { rules: { formats: [formatId] } } },
      })
  }
}

/** Half-way the first pairing goes to another mentor. What follows belongs to the new one alone. */
export async function handOver(life: Life): Promise<void> {
  const pair = life.pairs.find(({ owner }) => owner === 'bernardpair')
  if (!pair) throw new Error('nothing to hand over')
  const { heir, owners } = life.cast
  const { manager, programme } = pair.house
  const form = { mentorId: heir.id }
  const { location } = await life.ask(manager, `/pairings/${pair.pairing.id}/hand-over`, { form })
  const { body } = await life.ask(manager, `/api/v1/pairings?programme=${programme.id}`)
  const pairings: unknown = Object(JSON.parse(body)).pairings
  const made = (Array.isArray(pairings) ? pairings : []).find((each) => Object(each).mentorId === heir.id)
  const id = String(Object(made).id)
  if (!id.startsWith('pai_')) throw new Error(`not handed over: ${location}`)
  const own = { mentorIds: [heir.id], pairingIds: [id] }
  const executiveIds = [pair.executive.person.id]
  concern(owners, ['bernardpair', 'bernard', 'odile'], own)
  concern(owners, ['vera', 'bernardheirpair'], { ...own, programmeId: programme.id, executiveIds })
  const pairing = { ...pair.pairing, ...Object(made) }
  life.pairs.splice(life.pairs.indexOf(pair), 1, { ...pair, pairing, mentor: heir, owner: 'bernardheirpair' })
}
