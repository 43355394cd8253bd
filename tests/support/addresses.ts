import { subscribe } from '../../worker/actions/feed/subscribe.ts'
import { makePlan } from '../../worker/actions/plan/make.ts'
import { makeReportLink } from '../../worker/actions/report/make-link.ts'
import type { Person } from '../../worker/domain/people/person.ts'
import type { Programme } from '../../worker/domain/programme/programme.ts'
import type { Platform } from '../../worker/platform.ts'
import { findFeed } from '../../worker/storage/feed/feed.ts'
import { listDeliveries } from '../../worker/storage/letter/delivery.ts'
import { insertReceived } from '../../worker/storage/mail/received.ts'
import { listFormats } from '../../worker/storage/path/format.ts'
import { listTracks } from '../../worker/storage/path/track.ts'
import { webhookOf } from './everything.ts'
import { aFile, brought } from './imports.ts'
import { link } from './links.ts'
import {
  aFixedSession,
  anOffer,
  aPairing,
  aPersonIn,
  asManager,
  have,
  settingOf,
  type World,
} from './world.ts'

/**
 * Fills a world with one thing of each kind, and gives for each GET route with a parameter the address of the one it has.
 */
export async function addressesIn({ platform, pairing, bernard, odile, northwind, ...rest }: World) {
  const anImport = async () => {
    const file = aFile('people', `email\n${bernard.email}`)
    return (await brought({ platform, pairing, bernard, odile, northwind, ...rest }, file)).id
  }
  const here = settingOf({ platform, pairing, bernard, odile, northwind, ...rest })
  const yann = await aPersonIn(here, 'executive', { name: 'Yann Petit' })
  const zoe = await aPersonIn(here, 'executive', { name: 'Zoe Fabre' })
  const fixed = await aFixedSession(here, pairing, '2027-03-17T09:00Z')
  const offered = await anOffer(here, await aPairing(here, rest.tom, yann))
  const past = await aFixedSession(here, await aPairing(here, rest.tom, zoe), '2027-03-15T08:00Z')
  rest.now('2027-03-15T09:00Z')

  await aPairing(here, rest.tom, await aPersonIn(here, 'executive', { name: 'Vera Lang' }))
  const plan = have(
    await makePlan(platform, {
      id: platform.newId('pln'),
      programmeId: northwind.id,
      standIns: false,
      madeBy: rest.nadia.id,
    }),
  )
  const { deliveries } = await listDeliveries(platform.db, northwind.id, {
    ...{ state: null, before: null, limit: 50, now: platform.now() },
  })
  const invite = deliveries.find(({ kind }) => kind === 'calendar')?.id ?? ''
  const own = await link(platform, 'own', fixed, bernard)
  const { webhookId } = await webhookOf(await rest.as(rest.nadia), northwind.id)
  const of = (id: string) => (path: string) => [path, path.replace(':id', id)] as const
  return Object.fromEntries([
    ...[
      '/sessions/:id',
      '/sessions/:id/as-they-see-it',
      '/sessions/:id/source',
      '/desk/sessions/:id',
      '/api/v1/sessions/:id',
      '/api/v1/sessions/:id/history',
      '/api/v1/sessions/:id/outcome',
    ].map(of(fixed.id)),
    ...[
      '/pairings/:id',
      '/pairings/:id/offer',
      '/pairings/:id/ending',
      '/api/v1/pairings/:id',
      '/api/v1/pairings/:id/slots',
      '/api/v1/pairings/:id/path',
    ].map(of(pairing.id)),
    ...['/deliveries/:id/as-they-see-it', '/deliveries/:id/source'].map(of(invite)),
    ...[
      ...['/people/:id', '/people/:id/departure', '/people/:id/erasure', '/api/v1/people/:id'],
      '/desk/executives/:id/calendar',
    ].map(of(bernard.id)),
    ...['/api/v1/people/:id/availability'].map(of(rest.tom.id)),
    ...['/api/v1/offers/:id'].map(of(offered.offer?.id ?? '')),
    ...['/people/:id/calendars'].map(of(rest.tom.id)),
    ...['/received/:id'].map(of(await aWaitingMail(platform, bernard))),
    ...['/plans/:id', '/api/v1/plans/:id'].map(of(plan.id)),
    ['/plans/:id/rows/:pairingId', `/plans/${plan.id}/rows/${plan.rows[0]?.pairingId}`],
    ['/webhooks/:id', `/webhooks/${webhookId}`],
    ['/api/v1/webhooks/:id/attempts', `/api/v1/webhooks/${webhookId}/attempts`],
    ['/search', '/search?q=bernard'],
    ['/api/v1/search', '/api/v1/search?q=bernard'],
    ['/assets/:file', '/assets/mark.svg'],
    ['/calendar.ics', await feedOf(platform, rest.tom)],
    ...[
      '/programmes/:id',
      '/programmes/:id/as-they-see-it',
      '/programmes/:id/source',
      '/api/v1/programmes/:id',
    ].map(of(northwind.id)),
    ...['/programmes/:id/export', '/api/v1/programmes/:id/export'].map((path) => {
      const [route, address] = of(northwind.id)(path)
      return [route, `${address}?kind=people`] as const
    }),
    ...['/imports/:id', '/api/v1/imports/:id'].map(of(await anImport())),
    ...['/programmes/:id/report', '/api/v1/programmes/:id/report'].map(of(northwind.id)),
    ...['/api/v1/programmes/:id/report/links'].map(of(northwind.id)),
    ['/figures', await reportLinkIn(platform, northwind, rest.nadia)],
    ...['/programmes/:id/closure'].map(of(northwind.id)),
    ...['/programmes/:id/formats', '/api/v1/programmes/:id/formats'].map(of(northwind.id)),
    ...['/formats/:id', '/api/v1/formats/:id'].map(of(await aFormatOf(platform, northwind))),
    ...['/programmes/:id/tracks', '/api/v1/programmes/:id/tracks'].map(of(northwind.id)),
    ...['/tracks/:id', '/api/v1/tracks/:id'].map(of(await aTrackOf(platform, northwind))),
    ['/sessions/:id/time', `/sessions/${fixed.id}/time?wall=2027-03-18T10%3A00&zone=Europe/Paris&minutes=30`],
    ['/calendar/feed', '/calendar/feed?start=2027-03-15&end=2027-03-22'],
    ['/answer', await link(platform, 'answer', offered, yann)],
    ['/invite', await link(platform, 'invite', fixed, bernard)],
    ['/invite/calendar', (await link(platform, 'invite', fixed, bernard)).replace('?', '/calendar?')],
    ['/confirm', await link(platform, 'confirm', fixed, bernard)],
    ['/log', await link(platform, 'log', past, rest.tom)],
    ['/pulse', await link(platform, 'invite', fixed, bernard)],
    ['/own', await link(platform, 'own', fixed, bernard)],
    ...['/own/record', '/own/record/file'].map((path) => [path, own.replace('/own', path)] as const),
    ['/meeting', await link(platform, 'meeting', fixed, rest.tom)],
  ])
}

async function aFormatOf({ db }: Platform, { id }: Programme): Promise<string> {
  const [first] = await listFormats(db, id)
  return first?.id ?? ''
}

async function aTrackOf({ db }: Platform, { id }: Programme): Promise<string> {
  const [first] = await listTracks(db, id)
  return first?.id ?? ''
}

async function feedOf(platform: Platform, { id }: Person): Promise<string> {
  await subscribe(platform, id)
  const feed = await findFeed(platform.db, id)
  return `/calendar.ics?k=${feed ? await platform.tokenOf(feed.linkId) : ''}`
}

async function reportLinkIn(platform: Platform, { id: programmeId }: Programme, manager: Person) {
  const wish = { id: platform.newId('rpl'), programmeId, label: 'Board', locale: 'en' } as const
  const made = await makeReportLink(
    platform,
    { ...wish, address: null, endsOn: '2027-06-30' },
    asManager(manager),
  )
  return `/figures?k=${await platform.tokenOf(have(made).id)}`
}

async function aWaitingMail(platform: Platform, { id: personId }: Person): Promise<string> {
  const id = platform.newId('rcv')
  const mail = { fingerprint: id, at: platform.now(), personId, sessionId: null, class: 'none', reading: {} }
  await insertReceived(platform.db, { id, ...mail, state: 'waiting', why: 'prose' })
  return id
}
