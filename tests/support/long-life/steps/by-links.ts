import { eq } from 'drizzle-orm'

import { links, sessions } from '../../../../schema/index.ts'
import type { Person } from '../../../../worker/domain/people/person.ts'
import { HOUR, MINUTE } from '../../../../worker/domain/time/time.ts'
import { hashOf } from '../../../../worker/platform.ts'
import { canary } from '../canary.ts'
import type { Pair } from '../cast.ts'
import type { Held, Life } from '../life.ts'
import { inThe, isDone, onStatus, onFixed, onAny, ownerOf, type Step } from './step.ts'

export const byLinks: Readonly<Record<string, Step>> = {
  'pick a time': onStatus('offered', async (life, { pair, session }) => {
    const held = life.link('/answer', pair.assistant ?? pair.executive.person)
    const [option] = session.offer?.options ?? []
    if (!held || !option) return false
    await life.follow(held)
    return isDone(await life.follow(held, { choice: option.id }))
  }),
  'no time suits, and why': onStatus('offered', async (life, { pair }) => {
    const held = life.link('/answer', pair.assistant ?? pair.executive.person)
    if (!held) return false
    const { status } = await life.follow(held, { choice: 'none' })
    await life.follow(held, { why: life.among(['full-week', 'of-no-use']) })
    return status < 400
  }),
  'open what an event leads to': onFixed(async (life, { pair }) => {
    const held = life.link('/invite', pair.executive.person) ?? life.link('/invite')
    if (!held) return false
    await life.follow(held, undefined, '/pulse')
    await life.follow(held, undefined, '/invite/calendar')
    return isDone(await life.follow(held))
  }),
  'answer by the event’s link': onFixed(async (life, { pair }) => {
    const held = life.link('/invite', life.among([pair.mentor, pair.executive.person]))
    return held !== null && isDone(await life.follow(held, { answer: life.among(['accept', 'decline']) }))
  }),
  'own page': onAny(async (life, { executive, owner }) => {
    const held = await ownPageOf(life, executive.person)
    if (!held) return false
    const com = inThe((await life.follow(held)).body, /name="commitment" value="(com_\w+)"/)
    await life.follow(held, { question: canary(owner, 'question') })
    await life.follow(held, { wish: life.among(['pause', 'mentor']), aim: 'filters' })
    if (com) await life.follow(held, { commitment: com, done: 'partly' })
    await life.follow(held, { worth: 'no', onward: 'change' }, '/pulse')
    return isDone(await life.follow(held, { inWriting: 'yes' }))
  }),
  'meet and log': onFixed(async (life, { pair, session }) => {
    const mentor = life.person(ownerOf(life, session.mentorId))
    const { start, end } = session.time ?? { start: 0, end: 0 }
    for (const moment of [start - 26 * HOUR, start - 10 * MINUTE])
      if (moment > life.platform.now()) await life.pass(moment - life.platform.now())
    const meeting = life.link('/meeting', mentor)
    if (meeting) await life.follow(meeting, { say: 'late' })
    const note = { note: canary(ownerOf(life, session.mentorId), 'ownnote') }
    if (meeting) await life.follow(meeting, note)
    if (end > life.platform.now()) await life.pass(end + 20 * MINUTE - life.platform.now())
    const held = life.link('/log', mentor)
    if (!held) return false
    await life.follow(held, note)
    await life.follow(held)
    await life.follow(held, { worth: 'yes', onward: 'change' }, '/pulse')
    life.met.add(pair.pairing.id)
    const said = {
      result: 'cut-short',
      evidence: 'asking-others-in',
      needsManager: 'yes',
      whyNotHeld: 'travel',
    }
    const owner = await pairOwnerOf(life, held, pair.owner)
    return isDone(await life.follow(held, { ...said, commitment: canary(owner, 'commitment') }))
  }),
  'send me my page': async (life) => {
    const held = life.links.findLast(
      ({ purpose, reader }) => purpose === '/invite' && isExecutive(life, reader),
    )
    return held !== null && held !== undefined && isDone(await life.follow(held, { send: 'invite' }, '/own'))
  },
}

function isExecutive(life: Life, { id }: Person): boolean {
  return life.pairs.some(({ executive }) => executive.person.id === id)
}

/** The newest link to it, or one that is asked for. */
async function ownPageOf(life: Life, person: Person) {
  const held = life.link('/own', person)
  if (held) return held
  const invite = life.link('/invite', person)
  if (!invite) return null
  await life.follow(invite, { send: 'invite' }, '/own')
  await life.tick()
  return life.link('/own', person)
}

/** Of whose session a link is: a mentor may hold one of another pair. */
async function pairOwnerOf({ platform, pairs }: Life, { url }: Held, otherwise: Pair['owner']) {
  const tokenHash = await hashOf(new URL(url).searchParams.get('k') ?? '')
  const [row] = await platform.db
    .select({ pairingId: sessions.pairingId })
    .from(links)
    .innerJoin(sessions, eq(sessions.id, links.sessionId))
    .where(eq(links.tokenHash, tokenHash))
  return pairs.find(({ pairing }) => pairing.id === row?.pairingId)?.owner ?? otherwise
}
