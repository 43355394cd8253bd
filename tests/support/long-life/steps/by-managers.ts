import { and, eq, inArray } from 'drizzle-orm'

import { sessions } from '../../../../schema/index.ts'
import { makePairing } from '../../../../worker/actions/pairing/make.ts'
import { after, DAY, iso, MINUTE } from '../../../../worker/domain/time/time.ts'
import { stranger } from '../../client.ts'
import { formOf } from '../../offer-form.ts'
import { asManager, have } from '../../world.ts'
import { canary } from '../canary.ts'
import { concern, type Pair, type Player } from '../cast.ts'
import type { Life } from '../life.ts'
import { proposesByCalendar } from './by-mail.ts'
import { POST, inThe, isDone, aPairWith, onFixed, onAny, idOf, ahead, shuffled, type Step } from './step.ts'

/** Who is asked for the first time: her own words go with that only. Its date makes it a pairing like others. */
async function aFirstContact(life: Life): Promise<Pair | null> {
  const known = life.pairs.find(({ owner }) => owner === 'wandapair')
  if (known) {
    const session = await life.openSession(known)
    if (session) await life.ask(known.house.manager, `/api/v1/sessions/${session.id}/cancellation`, POST)
    await life.pass(2 * MINUTE)
    return known
  }
  const [house] = life.cast.houses
  const [mentor, person] = [life.person('uma'), life.person('wanda')]
  const place = { kind: 'room', room: canary('wandapair', 'room') } as const
  const people = { mentorId: mentor.id, executiveId: person.id }
  const wish = { id: life.platform.newId('pai'), programmeId: house.programme.id, ...people, place }
  const pairing = have(
    await makePairing(life.platform, { ...wish, kind: 'mentoring' }, asManager(house.manager)),
  )
  concern(life.cast.owners, ['wandapair', 'wanda', 'uma'], {
    ...{ programmeId: house.programme.id, personId: null, executiveIds: [person.id] },
    ...{ mentorIds: [mentor.id], pairingIds: [pairing.id] },
  })
  const pair = { owner: 'wandapair', house, pairing, mentor, assistant: null }
  life.pairs.push({ ...pair, executive: { owner: 'wanda', person } })
  return life.pairs.at(-1) ?? null
}

function isOfOneHouse(life: Life, { owner }: Player): boolean {
  return life.cast.people.has(owner) && !life.cast.people.has(`${owner}south`) && owner !== 'yves'
}

export const byManagers: Readonly<Record<string, Step>> = {
  'offer times': async (life) => {
    const free = await aPairWith(life, 'free')
    if (!free) return false
    const { manager } = free.pair.house
    return isDone(await life.ask(manager, '/api/v1/offers', { json: { pairingId: free.pair.pairing.id } }))
  },
  'offer times in her own words': async (life) => {
    const pair = await aFirstContact(life)
    if (!pair) return false
    const { pairing, house, owner } = pair
    const page = await life.ask(house.manager, `/pairings/${pairing.id}/offer`)
    const { fields } = formOf(stranger(life.platform), pairing.id, { ...page, headers: new Headers() })
    const form = { ...fields, words: `Which suits? ${canary(owner, 'words')}` }
    return isDone(await life.ask(house.manager, `/pairings/${pairing.id}/offers`, { form }))
  },
  'book a date': async (life) => {
    const free = await aPairWith(life, 'free')
    if (!free) return false
    const { pairing, owner, house } = free.pair
    const json = { pairingId: pairing.id, start: ahead(life), reason: canary(owner, 'reason') }
    return isDone(await life.ask(house.manager, '/api/v1/sessions', { json }))
  },
  move: onFixed(async (life, { pair, session, manager }) =>
    isDone(
      await life.ask(manager, `/api/v1/sessions/${session.id}/time`, {
        json: { start: ahead(life), reason: canary(pair.owner, 'reason') },
      }),
    ),
  ),
  'a stand-in': async (life) => {
    const { standIn, houses } = life.cast
    const isHis = ({ house, mentor }: Pair) => house === houses[0] && mentor.id !== standIn.id
    const found = life.gone.has(standIn.id) ? null : await aPairWith(life, 'fixed', isHis)
    if (!found?.session) return false
    const { pair, session } = found
    const path = `/api/v1/sessions/${session.id}/time`
    // At one hour or another he is busy himself.
    for (let tries = 0; tries < 4; tries += 1) {
      const json = { start: ahead(life), mentorId: standIn.id, reason: canary(pair.owner, 'reason') }
      if (isDone(await life.ask(pair.house.manager, path, { json }))) return true
    }
    return false
  },
  'another room': onFixed(async (life, { pair, session, manager }) =>
    isDone(
      await life.ask(manager, `/sessions/${session.id}/place`, {
        form: { placeKind: 'room', place: `${canary(pair.owner, 'room')} ${life.among(['A', 'B'])}` },
      }),
    ),
  ),
  'cancel and ask again': onFixed(async (life, { session, manager }) =>
    isDone(
      await life.ask(manager, `/api/v1/sessions/${session.id}/cancellation`, { json: { reopen: true } }),
    ),
  ),
  'an answer for somebody': onFixed(async (life, { pair, session, manager }) => {
    const json = { personId: pair.executive.person.id, partstat: life.among(['ACCEPTED', 'TENTATIVE']) }
    return isDone(await life.ask(manager, `/api/v1/sessions/${session.id}/answers`, { json }))
  }),
  'settle what was proposed': onFixed(async (life, { pair, session: before, manager }) => {
    if (before.proposals.length === 0) await proposesByCalendar(life, pair.executive.person, before)
    const session = (await life.openSession(pair)) ?? before
    const [proposal] = session.proposals
    if (!proposal) return false
    const to = `/api/v1/sessions/${session.id}/counters/${proposal.id}`
    const reason = canary(pair.owner, 'reason')
    const accepted = await life.ask(manager, `${to}/acceptance`, { json: { reason } })
    return isDone(accepted) || isDone(await life.ask(manager, `${to}/refusal`, POST))
  }),
  'a note': onAny(async (life, { pairing, owner }, manager) =>
    isDone(
      await life.ask(manager, `/pairings/${pairing.id}/note`, {
        form: { managersNote: canary(owner, 'note') },
      }),
    ),
  ),
  'a plan': async (life) => {
    const house = life.among(life.cast.houses)
    const made = await life.ask(house.manager, `/api/v1/programmes/${house.programme.id}/plans`, POST)
    if (!isDone(made)) return false
    await life.ask(house.manager, `/plans/${idOf(made.body)}`)
    const to = `/api/v1/plans/${idOf(made.body)}/confirmation`
    return isDone(await life.ask(house.manager, to, POST))
  },
  'import and export': async (life) => {
    const { house, executive } = life.among(
      life.pairs.filter(({ executive }) => isOfOneHouse(life, executive)),
    )
    const { manager, programme } = house
    const { owner } = executive
    const csv = `name,email,roles,zone\nClaude ${canary(owner, 'name')},${canary(owner, 'address').toLowerCase()}@people.example,executive,Nowhere`
    await life.ask(manager, `/api/v1/imports?programme=${programme.id}&kind=people`, { csv })
    for (const kind of ['people', 'pairings', 'hours', 'sessions'])
      await life.ask(manager, `/programmes/${programme.id}/export?kind=${kind}`)
    const brought = await life.ask(manager, '/imports', {
      form: { programme: programme.id, text: csv.replace('Nowhere', 'Europe/Paris') },
    })
    const path = brought.location ?? '/'
    await life.ask(manager, path)
    return isDone(await life.ask(manager, `${path.split('?')[0]}/confirmation`, { form: {} }))
  },
  settings: async (life) => {
    const { manager, programme } = life.among(life.cast.houses)
    const wording = life.among(['name', 'neutral'])
    await life.ask(manager, `/api/v1/programmes/${programme.id}`, {
      ...{ method: 'PATCH', json: { policy: { wording, cadence: life.among([14, 21]) } } },
    })
    const pair = life.pairs.find(({ house }) => house.programme.id === programme.id)
    const id = pair?.executive.person.id
    const json = { unit: canary(pair?.executive.owner ?? '', 'unit'), rules: { nudges: true } }
    const path = `/api/v1/people/${id}?programme=${programme.id}`
    return isDone(await life.ask(manager, path, { method: 'PATCH', json }))
  },
  'a departure, and not after all': async (life) => {
    const { manager } = life.cast.houses[0]
    const path = `/people/${life.among([life.cast.standIn, life.person('bernard'), life.person('paul')]).id}`
    const on = iso(after(life.platform.now(), 30 * DAY)).slice(0, 10)
    await life.ask(manager, `${path}/departure?on=${on}`)
    const said = await life.ask(manager, `${path}/departure`, { form: { on } })
    await life.collect()
    return isDone(await life.ask(manager, `${path}/departure`, { form: { on: '' } })) && isDone(said)
  },
  'take a press back': onFixed(async (life, { pair, session, manager }) => {
    const path = `/sessions/${session.id}`
    const form = { placeKind: 'room', place: canary(pair.owner, 'room') }
    const { location } = await life.ask(manager, `${path}/place`, { form })
    const pressed = inThe(location ?? '', /pressed=([^#&]+)/)
    if (location) await life.ask(manager, location)
    return isDone(await life.ask(manager, '/presses/undo', { form: { pressed, back: path } }))
  }),
  'search while typing': async (life) => {
    const word = life.among(['zq7bernard', 'zq7yves', 'claude zq7ugo', 'zq7north'])
    const readers = shuffled([...life.cast.people.values()], life.random).slice(0, 3)
    let found = false
    for (const reader of [life.cast.houses[1].manager, ...readers])
      for (let end = 2; end <= word.length; end += 3) {
        const q = encodeURIComponent(word.slice(0, end))
        found = isDone(await life.ask(reader, `/api/v1/search?q=${q}`)) || found
        await life.ask(reader, `/search?q=${q}`)
      }
    return found
  },
  'what Today proposes': async (life) => {
    const { manager, programme } = life.among(life.cast.houses)
    const { body } = await life.ask(manager, `/api/v1/today?programme=${programme.id}`)
    const keys = Array.from(body.matchAll(/"key":"([^"]+)"/g), ([, key = '']) => key)
    const [key] = shuffled(keys, life.random)
    if (key === undefined) return false
    const until = iso(after(life.platform.now(), 2 * DAY)).slice(0, 10)
    await life.ask(manager, '/today/deeds', { form: { line: key } })
    return isDone(await life.ask(manager, '/api/v1/today/snoozes', { json: { key, until } }))
  },
  'correct a log': async (life) => {
    if (!life.pairs.some(({ pairing }) => life.met.has(pairing.id))) return false
    const pair = life.among(life.pairs.filter(({ pairing }) => life.met.has(pairing.id)))
    const { manager } = pair.house
    const [met] = await life.platform.db
      .select({ id: sessions.id })
      .from(sessions)
      .where(
        and(eq(sessions.pairingId, pair.pairing.id), inArray(sessions.status, ['happened', 'cut-short'])),
      )
      .limit(1)
    if (!met) return false
    const json = { result: 'cut-short', reason: canary(pair.owner, 'correction'), whyNotHeld: 'travel' }
    const words = { commitment: canary(pair.owner, 'commitment') }
    const path = `/api/v1/sessions/${met.id}/correction`
    const corrected = await life.ask(manager, path, { json: { ...json, ...words } })
    for (const noun of ['', '/history', '/outcome'])
      await life.ask(manager, `/api/v1/sessions/${met.id}${noun}`)
    await life.ask(manager, `/sessions/${met.id}`)
    return isDone(corrected)
  },
}
