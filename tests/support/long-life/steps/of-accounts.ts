import { env } from 'cloudflare:workers'

import { DAY, HOUR } from '../../../../worker/domain/time/time.ts'
import { findFeed } from '../../../../worker/storage/feed/feed.ts'
import { canary } from '../canary.ts'
import { isDone, onAny, type Step } from './step.ts'

export const ofAccounts: Readonly<Record<string, Step>> = {
  'sign in, and out': async (life) => {
    const person = life.among([...life.cast.people.values()])
    // Whoever typed an address reads it on the page.
    const typed = { readerId: person.id, way: 'page' } as const
    const open = { readerId: null, way: 'nobody' } as const
    for (const email of [person.email, 'nobody@people.example'])
      await life.ask(null, '/sign-in', { form: { email, back: '/people' }, reading: typed })
    await life.tick()
    return isDone(await life.ask(null, '/sign-in?back=%2Fpeople', { reading: open }))
  },
  'a form after the sign-in has ended': onAny(async (life, pair, manager) => {
    const old = await life.cookie(manager)
    await life.pass(13 * HOUR)
    const form = { managersNote: canary(pair.owner, 'note') }
    const path = `/pairings/${pair.pairing.id}/note`
    const sent = await life.ask(null, path, { form, headers: { Cookie: old } })
    const back = new URL(sent.location ?? '/', env.ORIGIN).searchParams.get('back') ?? '/'
    const other = life.cast.houses.find((each) => each !== pair.house)?.manager ?? null
    await life.ask(other, back)
    await life.ask(life.person('odile'), back)
    return isDone(await life.ask(manager, back)) && back.includes('kept=')
  }),
  'a calendar program': async (life) => {
    const reader = life.among([...life.pairs.map(({ mentor }) => mentor), life.cast.houses[0].manager])
    await life.ask(reader, '/feed', { form: {} })
    const feed = await findFeed(life.platform.db, reader.id)
    if (!feed) return false
    const k = await life.platform.tokenOf(feed.linkId)
    const reading = { readerId: reader.id, way: 'calendar' } as const
    return isDone(await life.ask(null, `/calendar.ics?k=${k}`, { reading }))
  },
  'his own calendar': async (life) => {
    const tom = life.person('tom')
    const form = { url: 'https://calendars.example/tom.ics' }
    const set = await life.ask(tom, `/people/${tom.id}/busy-feed`, { form })
    await life.tick()
    return isDone(set)
  },
  'an hour': (life) => life.pass(HOUR).then(() => true),
  'a day': (life) => life.pass(DAY).then(() => true),
  'some days': (life) => life.pass(3 * DAY + 5 * HOUR).then(() => true),
}
