import type { Person } from '../../worker/domain/people/person.ts'
import type { Session } from '../../worker/domain/session/session.ts'
import type { World } from './world.ts'

/** `csv`: the body of a request that sends no JSON. */
export type ApiRequest = { readonly path: string; readonly body?: unknown; readonly csv?: string }

/** What a request sends, and what it says of it. */
export function sentBody({ body, csv }: Pick<ApiRequest, 'body' | 'csv'>) {
  return {
    body: csv ?? JSON.stringify(body ?? {}),
    headers: { 'Content-Type': csv === undefined ? 'application/json' : 'text/csv' },
  }
}

/** What Northwind has for the requests. */
export type About = {
  readonly world: World
  /** A mentor without a pairing. */
  readonly mia: Person
  readonly session: Session
  readonly offered: Session
  readonly letterId: string
  readonly planId: string
  readonly formatId: string
  readonly trackId: string
  readonly importId: string
  readonly reportLinkId: string
  readonly keyId: string
  readonly webhookId: string
  readonly messageId: string
  /** Three of them. */
  readonly formatIds: readonly string[]
  /** Key of a line on Today. */
  readonly key: string
}

/** For each route of the API one valid request about Northwind. */
export function requestsAbout({ world, mia, session, offered, letterId, planId, ...about }: About) {
  const { formatId, trackId, key, formatIds, importId } = about
  const { northwind, tom, bernard, pairing } = world
  const start = '2027-03-18T10:00:00Z'
  const newcomer = { roles: ['mentor'], name: 'A', email: 'a@people.example', zone: 'UTC' }
  const programme = `/api/v1/programmes/${northwind.id}`
  const sessions = `/api/v1/sessions/${session.id}`
  const requests: Readonly<Record<string, ApiRequest>> = {
    'GET /api/v1/programmes/:id': { path: programme },
    'PATCH /api/v1/programmes/:id': { path: programme, body: { name: 'Northwind' } },
    'GET /api/v1/programmes/:id/report': { path: `${programme}/report` },
    'GET /api/v1/programmes/:id/report/links': { path: `${programme}/report/links` },
    'POST /api/v1/programmes/:id/report/links': {
      path: `${programme}/report/links`,
      body: { label: 'Board', locale: 'fr' },
    },
    'DELETE /api/v1/programmes/:id/report/links/:linkId': {
      path: `${programme}/report/links/${about.reportLinkId}`,
    },
    'PATCH /api/v1/webhooks/:id': {
      path: `/api/v1/webhooks/${about.webhookId}`,
      body: { types: ['session.fixed'] },
    },
    'GET /api/v1/webhooks/:id/attempts': { path: `/api/v1/webhooks/${about.webhookId}/attempts` },
    'POST /api/v1/webhooks/:id/attempts': { path: `/api/v1/webhooks/${about.webhookId}/attempts` },
    'POST /api/v1/webhooks/:id/attempts/:messageId/retry': {
      path: `/api/v1/webhooks/${about.webhookId}/attempts/${about.messageId}/retry`,
    },
    'DELETE /api/v1/webhooks/:id': { path: `/api/v1/webhooks/${about.webhookId}` },
    'DELETE /api/v1/keys/:id': { path: `/api/v1/keys/${about.keyId}` },
    'GET /api/v1/programmes/:id/formats': { path: `${programme}/formats` },
    'POST /api/v1/programmes/:id/formats': { path: `${programme}/formats`, body: { name: 'Two letters' } },
    'GET /api/v1/formats/:id': { path: `/api/v1/formats/${formatId}` },
    'PATCH /api/v1/formats/:id': { path: `/api/v1/formats/${formatId}`, body: { minutes: 20 } },
    'GET /api/v1/programmes/:id/tracks': { path: `${programme}/tracks` },
    'POST /api/v1/programmes/:id/tracks': { path: `${programme}/tracks`, body: { name: 'Three', formatIds } },
    'GET /api/v1/tracks/:id': { path: `/api/v1/tracks/${trackId}` },
    'PATCH /api/v1/tracks/:id': { path: `/api/v1/tracks/${trackId}`, body: { name: 'Six' } },
    'POST /api/v1/programmes/:id/closure': { path: `${programme}/closure`, body: { cancelFixed: false } },
    'POST /api/v1/programmes/:id/plans': { path: `${programme}/plans` },
    'GET /api/v1/plans/:id': { path: `/api/v1/plans/${planId}` },
    'POST /api/v1/plans/:id/confirmation': { path: `/api/v1/plans/${planId}/confirmation` },
    'GET /api/v1/people': { path: `/api/v1/people?programme=${northwind.id}` },
    'POST /api/v1/people': { path: '/api/v1/people', body: { ...newcomer, programmeId: northwind.id } },
    'GET /api/v1/people/:id': { path: `/api/v1/people/${bernard.id}` },
    'GET /api/v1/people/:id/availability': { path: `/api/v1/people/${tom.id}/availability` },
    'PATCH /api/v1/people/:id': { path: `/api/v1/people/${bernard.id}`, body: { name: 'Claude Bernard' } },
    'POST /api/v1/people/:id/departure': {
      path: `/api/v1/people/${tom.id}/departure`,
      body: { on: '2027-12-31' },
    },
    'PUT /api/v1/people/:id/availability': {
      path: `/api/v1/people/${tom.id}/availability`,
      body: { zone: 'Europe/Paris', weekly: [], exceptions: [] },
    },
    'POST /api/v1/imports': {
      path: `/api/v1/imports?programme=${northwind.id}&kind=people`,
      csv: `name,email\nClaude Bernard,${bernard.email}`,
    },
    'GET /api/v1/imports/:id': { path: `/api/v1/imports/${importId}` },
    'POST /api/v1/imports/:id/confirmation': { path: `/api/v1/imports/${importId}/confirmation` },
    'GET /api/v1/programmes/:id/export': { path: `${programme}/export?kind=people` },
    'GET /api/v1/pairings': { path: `/api/v1/pairings?programme=${northwind.id}` },
    'POST /api/v1/pairings': {
      path: '/api/v1/pairings',
      body: { mentorId: mia.id, executiveId: bernard.id, kind: 'workshop' },
    },
    'GET /api/v1/pairings/:id': { path: `/api/v1/pairings/${pairing.id}` },
    'PATCH /api/v1/pairings/:id': { path: `/api/v1/pairings/${pairing.id}`, body: { place: null } },
    'GET /api/v1/pairings/:id/path': { path: `/api/v1/pairings/${pairing.id}/path` },
    'GET /api/v1/pairings/:id/slots': { path: `/api/v1/pairings/${pairing.id}/slots` },
    'POST /api/v1/offers': { path: '/api/v1/offers', body: { pairingId: pairing.id } },
    'GET /api/v1/offers/:id': { path: `/api/v1/offers/${offered.offer?.id}` },
    'POST /api/v1/offers/:id/answer': {
      path: `/api/v1/offers/${offered.offer?.id}/answer`,
      body: { none: true },
    },
    'GET /api/v1/sessions': { path: `/api/v1/sessions?programme=${northwind.id}` },
    'POST /api/v1/sessions': { path: '/api/v1/sessions', body: { pairingId: pairing.id, start } },
    'GET /api/v1/sessions/:id': { path: sessions },
    'GET /api/v1/sessions/:id/history': { path: `${sessions}/history` },
    'POST /api/v1/sessions/:id/time': { path: `${sessions}/time`, body: { start } },
    'POST /api/v1/sessions/:id/place': { path: `${sessions}/place`, body: { place: null } },
    'POST /api/v1/sessions/:id/format': { path: `${sessions}/format`, body: { formatId } },
    'POST /api/v1/sessions/:id/answers': {
      path: `${sessions}/answers`,
      body: { personId: bernard.id, partstat: 'ACCEPTED' },
    },
    'POST /api/v1/sessions/:id/counters/:counterId/acceptance': {
      path: `${sessions}/counters/ctr_0/acceptance`,
    },
    'POST /api/v1/sessions/:id/counters/:counterId/refusal': { path: `${sessions}/counters/ctr_0/refusal` },
    'GET /api/v1/sessions/:id/outcome': { path: `${sessions}/outcome` },
    'POST /api/v1/sessions/:id/correction': {
      path: `${sessions}/correction`,
      body: { result: 'happened', reason: 'A slip.' },
    },
    'POST /api/v1/sessions/:id/outcome': { path: `${sessions}/outcome`, body: { result: 'happened' } },
    'POST /api/v1/sessions/:id/cancellation': { path: `${sessions}/cancellation` },
    'POST /api/v1/deliveries/:id/retry': { path: `/api/v1/deliveries/${letterId}/retry` },
    'POST /api/v1/deliveries/retry': {
      path: '/api/v1/deliveries/retry',
      body: { programmeId: northwind.id },
    },
    'GET /api/v1/today': { path: `/api/v1/today?programme=${northwind.id}` },
    'POST /api/v1/today/snoozes': { path: '/api/v1/today/snoozes', body: { key, until: '2027-03-20' } },
    // Refused, since she runs the installation: nobody is gone for the requests after it.
    'POST /api/v1/people/:id/erasure': { path: `/api/v1/people/${world.nadia.id}/erasure` },
  }
  return requests
}
