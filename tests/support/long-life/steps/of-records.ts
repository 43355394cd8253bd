import { HOUR } from '../../../../worker/domain/time/time.ts'
import { canary } from '../canary.ts'
import { isDone, onAny, ownerOf, type Step } from './step.ts'

/** What is held about somebody: read, taken along, asked to be corrected, and that taken back. */
export const ofRecords: Readonly<Record<string, Step>> = {
  'his own record, by a link': onAny(async (life, { executive, house }, manager) => {
    const { person, owner } = executive
    const invite = life.link('/invite', person)
    if (!invite) return false
    // Its link has to be young, and is mailed twice a day at most.
    await life.pass(13 * HOUR)
    await life.follow(invite, { send: 'invite' }, '/own')
    await life.tick()
    const held = life.link('/own', person)
    if (!held) return false
    const read = await life.follow(held, undefined, '/own/record')
    const k = new URL(held.url).searchParams.get('k') ?? ''
    const reading = { readerId: person.id, way: 'page' } as const
    for (const as of ['json', 'html', 'head'])
      await life.ask(null, `/own/record/file?k=${k}&as=${as}`, { reading })
    const asked = { kind: 'correction', programme: house.programme.id }
    await life.follow(held, { ...asked, act: 'ask', words: canary(owner, 'asked') }, '/own/record')
    await life.ask(manager, '/today')
    await life.follow(held, undefined, '/own/record')
    if (life.random() < 0.5) await life.follow(held, { ...asked, act: 'withdraw' }, '/own/record')
    return isDone(read)
  }),
  'his own record, signed in': async (life) => {
    const reader = life.among([life.pairs[0]?.mentor ?? life.cast.heir, life.person('odile')])
    const read = await life.ask(reader, '/mine/record')
    for (const as of ['json', 'html', 'head']) await life.ask(reader, `/mine/record/file?as=${as}`)
    const { programme, manager } = life.cast.houses[0]
    const words = canary(ownerOf(life, reader.id), 'asked')
    const form = { act: 'ask', kind: 'correction', programme: programme.id, words }
    await life.ask(reader, '/mine/record', { form })
    await life.ask(manager, '/today')
    return isDone(read)
  },
}
