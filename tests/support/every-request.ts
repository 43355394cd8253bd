import type { Things } from './everything.ts'

/** A request as somebody could send it; `form` and `json` are its body. */
export type Sample = {
  /** As in the table of routes. */
  readonly route: string
  readonly path: string
  readonly form?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly csv?: string
  /** Conditions, which must not tell more than the answer without them. */
  readonly headers?: Readonly<Record<string, string>>
}

/** At least one request for each route, about these things. */
export function everyRequest(things: Things): readonly Sample[] {
  return [...pagesAbout(things), ...apiAbout(things), ...deskAbout(things), ...linksOf(things)]
}

const get = (route: string, path: string): Sample => ({ route: `GET ${route}`, path })
const post = (route: string, path: string, form: Readonly<Record<string, string>> = {}): Sample => ({
  ...{ route: `POST ${route}`, path, form },
})
const json =
  (method: 'POST' | 'PUT' | 'PATCH' | 'DELETE') =>
  (route: string, path: string, body: unknown = {}): Sample => ({
    ...{ route: `${method} ${route}`, path, json: body },
  })

/** A list of the API goes on after what a cursor names. */
function cursor(list: string, ...key: readonly (string | number)[]): string {
  return btoa(JSON.stringify([list, ...key])).replaceAll('=', '')
}

const START = '2027-03-18T10:00:00Z'

function pagesAbout(t: Things): readonly Sample[] {
  const session = `/sessions/${t.sessionId}`
  const pairing = `/pairings/${t.pairingId}`
  const person = `/people/${t.executiveId}`
  const mentor = `/people/${t.mentorId}`
  const programme = `/programmes/${t.programmeId}`
  const plan = `/plans/${t.planId}`
  const format = `/formats/${t.formatId}`
  const track = `/tracks/${t.trackId}`
  const here = `programme=${t.programmeId}`
  const press = { pressed: `${t.sessionId}.1`, programme: t.programmeId, back: session }
  const line = `counter:${t.counterId}`
  const steps = { 'step-1': t.formatId, 'step-2': t.otherFormatId, 'step-3': t.thirdFormatId }
  const hours = { zone: 'Europe/Paris', 'week-1-0-from': '09:00', 'week-1-0-to': '11:00' }
  const basics = { name: 'A', email: 'a@people.example', zone: 'Europe/Paris', locale: 'en' }
  return [
    get('/health', '/health'),
    get('/.well-known/security.txt', '/.well-known/security.txt'),
    get('/assets/:file', '/assets/mark.svg'),
    get('/', '/'),
    get('/claim', '/claim'),
    post('/claim', '/claim', { ...basics, secret: 'none', programme: 'A' }),
    get('/sign-in', '/sign-in'),
    get('/sign-in', `/sign-in?back=${session}`),
    post('/sign-in', '/sign-in', { email: 'nobody@elsewhere.example', back: session }),
    post('/sign-in/confirmation', '/sign-in/confirmation', { k: t.ownToken }),
    post('/sign-out', '/sign-out'),
    get('/sign-in/again', `/sign-in/again?back=${session}`),
    post('/sign-in/again', '/sign-in/again', { back: session }),
    get('/keys', '/keys'),
    post('/keys', '/keys', {
      ...{ name: 'The intranet', access: 'read', expiresOn: '2027-06-30' },
      [`programme-${t.programmeId}`]: 'yes',
    }),
    post('/keys/:id/revocation', `/keys/${t.keyId}/revocation`),
    get('/webhooks', '/webhooks'),
    post('/webhooks', '/webhooks', {
      ...{ programme: t.programmeId, url: 'https://hooks.example/a', 'type-session.fixed': 'yes' },
    }),
    get('/webhooks/:id', `/webhooks/${t.webhookId}`),
    post('/webhooks/:id', `/webhooks/${t.webhookId}`, { act: 'test' }),
    get('/sign-ins', '/sign-ins'),
    post('/sign-ins', '/sign-ins', { id: t.signInId }),

    get('/today', `/today?${here}`),
    get('/today', `/today?pressed=${t.sessionId}.1&lines=${line}@1`),
    get('/today', `/today?done=basics&earlier=${t.keptFormId}`),
    post('/today/snoozes', '/today/snoozes', { key: line, until: '2027-03-19', programme: t.programmeId }),
    post('/today/deeds', '/today/deeds', { line, result: 'happened', programme: t.programmeId }),
    post('/presses/undo', '/presses/undo', press),
    post('/presses/now', '/presses/now', press),
    get('/today/strangers', `/today/strangers?${here}`),
    post('/today/strangers', '/today/strangers', { programmeId: t.programmeId, upTo: '1' }),
    get('/search', `/search?q=a&${here}`),
    get('/board', `/board?${here}`),
    post('/statuses', '/statuses', { pairing: t.pairingId, status: 'paused', programme: t.programmeId }),
    post('/blockers', '/blockers', {
      ...{ executive: t.executiveId, blocker: 'booked', act: 'add', programme: t.programmeId },
      back: `/people?${here}`,
    }),
    get('/calendar', `/calendar?${here}`),
    get('/calendar', `/calendar?mentor=${t.mentorId}&session=${t.sessionId}`),
    get('/calendar/feed', `/calendar/feed?start=2027-03-15&end=2027-03-22&${here}&mentor=${t.mentorId}`),
    get('/sessions/:id', session),
    get('/sessions/:id/time', `${session}/time?wall=2027-03-18T10%3A00&zone=Europe/Paris&minutes=30`),
    post('/sessions/:id/time', `${session}/time`, {
      ...{ date: '2027-03-18', time: '10:00', mentorId: t.mentorId },
    }),
    post('/sessions/:id/place', `${session}/place`, { placeKind: 'room', place: 'Blue' }),
    post('/sessions/:id/format', `${session}/format`, { formatId: t.formatId }),
    post('/sessions/:id/answers', `${session}/answers`, { personId: t.executiveId, partstat: 'ACCEPTED' }),
    post('/sessions/:id/cancellation', `${session}/cancellation`),
    post('/sessions/:id/outcome', `/sessions/${t.pastSessionId}/outcome`, { result: 'happened' }),
    post('/sessions/:id/correction', `/sessions/${t.loggedSessionId}/correction`, {
      ...{ result: 'cut-short', reason: 'He had to leave.' },
    }),
    post('/sessions/:id/counters/:counterId/acceptance', `${session}/counters/${t.counterId}/acceptance`),
    post('/sessions/:id/counters/:counterId/refusal', `${session}/counters/${t.counterId}/refusal`),
    post('/sessions/:id/answers/undo', `${session}/answers/undo`, { personId: t.executiveId }),
    get('/pairings', `/pairings?${here}`),
    post('/pairings', '/pairings', {
      ...{ programmeId: t.programmeId, mentorId: t.mentorId, executiveId: t.executiveId },
      kind: 'workshop',
    }),
    get('/suggestions', `/suggestions?${here}&executive=${t.otherExecutiveId}`),
    get('/suggestions/acceptance', `/suggestions/acceptance?${here}&pair=${t.executiveId}~${t.mentorId}`),
    post('/suggestions/acceptance', '/suggestions/acceptance', {
      ...{ programme: t.programmeId, pair: `${t.executiveId}~${t.mentorId}` },
    }),
    get('/pairings/:id', pairing),
    post('/pairings/:id', pairing, { status: 'paused' }),
    post('/pairings/:id/hand-over', `${pairing}/hand-over`, { mentorId: t.mentorId }),
    post('/pairings/:id/note', `${pairing}/note`, { managersNote: 'He prefers mornings.' }),
    get('/pairings/:id/ending', `${pairing}/ending?mentorId=${t.mentorId}`),
    post('/pairings/:id/ending', `${pairing}/ending`),
    post('/pairings/:id/pulse', `${pairing}/pulse`, { worth: 'yes', onward: 'same' }),
    get('/pairings/:id/offer', `/pairings/${t.freePairingId}/offer?format=${t.formatId}`),
    post('/pairings/:id/offers', `/pairings/${t.freePairingId}/offers`, { formatId: t.formatId }),
    post('/pairings/:id/sessions', `/pairings/${t.freePairingId}/sessions`, {
      ...{ date: '2027-03-19', time: '10:00' },
    }),
    get('/people', `/people?${here}`),
    post('/people', '/people', {
      ...{ ...basics, programmeId: t.programmeId, 'role-executive': 'yes', assistantId: t.assistantId },
      reportsTo: t.mentorId,
    }),
    get('/people/:id', `${person}?${here}`),
    get('/people/:id', `${person}?edit=basics`),
    post('/people/:id', `${person}?${here}`, {
      ...{ ...basics, 'role-executive': 'yes', reportsTo: t.mentorId },
    }),
    post('/people/:id/availability', `${mentor}/availability`, hours),
    post('/people/:id/assistants', `${person}/assistants`, { assistantId: t.assistantId }),
    post('/people/:id/assistants', `${person}/assistants`, { remove: t.assistantId }),
    get('/people/:id/departure', `${person}/departure?on=2027-06-01`),
    post('/people/:id/departure', `${person}/departure`, { on: '2027-06-01' }),
    get('/people/:id/erasure', `${person}/erasure`),
    post('/people/:id/erasure', `${person}/erasure`),
    post('/people/:id/mails', `/people/${t.managerId}/mails`, { notify: 'urgent', deputyId: t.mentorId }),
    post('/people/:id/invitation', `${mentor}/invitation`, { press: 'sgn_aaaaaaaaaaaaaaaaaaaaaaaaaa' }),
    post('/people/:id/rules', `${person}/rules`, { 'rule-day': '1' }),
    post('/people/:id/presets', `${person}/presets`, {
      'blocker-booked': 'yes',
      'preset-format-0': t.formatId,
    }),
    post('/people/:id/closed-weeks', `${mentor}/closed-weeks`, { closedWeek: '2027-04-05' }),
    get('/imports', `/imports?${here}`),
    post('/imports', '/imports', { programme: t.programmeId, text: 'name,email\nA,a@people.example' }),
    get('/imports/:id', `/imports/${t.importId}`),
    post('/imports/:id/confirmation', `/imports/${t.importId}/confirmation`),
    get('/programmes/:id/export', `${programme}/export?kind=people`),
    get('/received/:id', `/received/${t.receivedId}`),
    post('/received/:id', `/received/${t.receivedId}`, { answer: 'nothing', personId: t.executiveId }),
    get('/people/:id/calendars', `${mentor}/calendars`),
    post('/people/:id/busy-feed', `${mentor}/busy-feed`, { stop: 'yes' }),
    post('/feed', '/feed'),
    post('/feed/revocation', '/feed/revocation'),
    get('/deliveries', `/deliveries?${here}&before=1.${t.letterId}`),
    post('/deliveries/retry', '/deliveries/retry', { programmeId: t.programmeId }),
    post('/deliveries/test', '/deliveries/test', { programmeId: t.programmeId }),
    post('/deliveries/test-invite', '/deliveries/test-invite', { act: 'send' }),
    post('/deliveries/resumption', '/deliveries/resumption', { waiting: 'send' }),
    post('/deliveries/:id/retry', `/deliveries/${t.letterId}/retry`),
    get('/deliveries/:id/as-they-see-it', `/deliveries/${t.letterId}/as-they-see-it`),
    get('/deliveries/:id/source', `/deliveries/${t.letterId}/source`),
    get('/sessions/:id/as-they-see-it', `${session}/as-they-see-it`),
    get('/sessions/:id/source', `${session}/source?nth=0`),
    post('/deliveries/:id/address', `/deliveries/${t.letterId}/address`),
    get('/activity', `/activity?${here}`),
    get('/programmes', '/programmes'),
    post('/programmes', '/programmes', { name: 'Another', shortName: 'Another' }),
    get('/programmes/:id', programme),
    post('/programmes/:id', programme, { name: 'Northwind', shortName: 'Northwind' }),
    get('/programmes/:id/as-they-see-it', `${programme}/as-they-see-it`),
    get('/programmes/:id/source', `${programme}/source?nth=0`),
    get('/programmes/:id/report', `${programme}/report`),
    post('/programmes/:id/report/links', `${programme}/report/links`, {
      ...{ label: 'Board', locale: 'en', endsOn: '2027-05-31' },
    }),
    post(
      '/programmes/:id/report/links/:linkId/revocation',
      `${programme}/report/links/${t.reportLinkId}/revocation`,
    ),
    get('/programmes/:id/closure', `${programme}/closure`),
    post('/programmes/:id/closure', `${programme}/closure`),
    get('/programmes/:id/formats', `${programme}/formats`),
    post('/programmes/:id/formats', `${programme}/formats`, {
      name: 'A walk',
      fit: 'yes',
      'after-0': t.formatId,
    }),
    get('/formats/:id', format),
    post('/formats/:id', format, { name: 'A walk', fit: 'yes', 'after-0': t.otherFormatId }),
    post('/formats/:id/place', `${format}/place`, { place: '0' }),
    post('/formats/:id/archive', `${format}/archive`, { archived: 'yes' }),
    get('/programmes/:id/tracks', `${programme}/tracks`),
    post('/programmes/:id/tracks', `${programme}/tracks`, { name: 'A walk', ...steps }),
    get('/tracks/:id', track),
    post('/tracks/:id', track, { name: 'A walk', ...steps }),
    post('/tracks/:id/copy', `${track}/copy`),
    post('/tracks/:id/archive', `${track}/archive`, { archived: 'yes' }),
    post('/programmes/:id/plans', `${programme}/plans`),
    post('/programmes/:id/plans', `${programme}/plans`, { several: 'yes', pairing: t.freePairingId }),
    get('/plans/:id', plan),
    post('/plans/:id/confirmation', `${plan}/confirmation`),
    get('/plans/:id/rows/:pairingId', `${plan}/rows/${t.freePairingId}`),
    post('/plans/:id/rows/:pairingId', `${plan}/rows/${t.freePairingId}`, { change: 'drop' }),

    get('/mine', '/mine'),
    get('/mine/record', '/mine/record'),
    post('/mine/record', '/mine/record', {
      act: 'ask',
      kind: 'correction',
      programme: t.programmeId,
      words: 'A',
    }),
    get('/mine/record/file', '/mine/record/file'),
    get('/availability', '/availability'),
    get('/guide', '/guide'),
    post('/guide', '/guide', { ...hours, person: t.mentorId }),
  ]
}

function deskAbout(t: Things): readonly Sample[] {
  const session = `/desk/sessions/${t.sessionId}`
  return [
    get('/desk', `/desk?programme=${t.programmeId}`),
    get('/desk/sessions/:id', session),
    post('/desk/sessions/:id/time', `${session}/time`, { choice: `at-${Date.parse(START)}` }),
    post('/desk/sessions/:id/answers', `${session}/answers`, { answer: 'decline' }),
    post('/desk/sessions/:id/answers', `${session}/answers`, { answer: 'take-back', proposal: t.counterId }),
    post('/desk/offers/:id/answer', `/desk/offers/${t.offerId}/answer`, { option: t.optionId }),
    post('/desk/executives/:id/times', `/desk/executives/${t.executiveId}/times`, {
      said: 'in New York 3–9 April',
    }),
    get('/desk/executives/:id/calendar', `/desk/executives/${t.executiveId}/calendar`),
    post('/desk/executives/:id/calendar', `/desk/executives/${t.executiveId}/calendar`, {
      url: 'https://calendars.example/claude.ics',
    }),
  ]
}

/** Who holds a link needs nothing else: its token stands for the sight of what it was made for. */
function linksOf(t: Things): readonly Sample[] {
  const page = (name: string, k: string, form: Readonly<Record<string, string>>): readonly Sample[] => [
    get(`/${name}`, `/${name}?k=${k}`),
    post(`/${name}`, `/${name}`, { k, ...form }),
  ]
  return [
    get('/calendar.ics', `/calendar.ics?k=${t.feedToken}`),
    get('/figures', `/figures?k=${t.figuresToken}`),
    ...page('answer', t.answerToken, { choice: t.optionId }),
    ...page('answer', t.assistantToken, { choice: t.optionId }),
    ...page('invite', t.inviteToken, { answer: 'accept' }),
    get('/invite/calendar', `/invite/calendar?k=${t.inviteToken}`),
    ...page('confirm', t.confirmToken, {}),
    ...page('log', t.logToken, { result: 'happened' }),
    ...page('meeting', t.meetingToken, { say: 'late' }),
    ...page('own', t.ownToken, { wish: 'pause', session: t.sessionId }),
    ...page('own/record', t.ownToken, {
      act: 'ask',
      kind: 'correction',
      programme: t.programmeId,
      words: 'A',
    }),
    get('/own/record/file', `/own/record/file?k=${t.ownToken}`),
    ...page('pulse', t.ownToken, { worth: 'yes', onward: 'same' }),
  ]
}

function apiAbout(t: Things): readonly Sample[] {
  const [sending, putting, patching] = [json('POST'), json('PUT'), json('PATCH')]
  const deleting = json('DELETE')
  const api = '/api/v1'
  const programme = `${api}/programmes/${t.programmeId}`
  const session = `${api}/sessions/${t.sessionId}`
  const offer = `${api}/offers/${t.offerId}`
  const person = `${api}/people/${t.executiveId}`
  const here = `programme=${t.programmeId}`
  const counter = `${session}/counters/${t.counterId}`
  const after = {
    people: cursor('people', 'B', t.executiveId),
    pairings: cursor('pairings', 1, t.pairingId),
    sessions: cursor('sessions', 1, t.sessionId),
    deliveries: cursor('deliveries', 1, t.letterId),
  }
  const mentoring = { mentorId: t.mentorId, executiveId: t.executiveId, kind: 'workshop' }
  const newcomer = { roles: ['executive'], name: 'A', email: 'a@people.example', zone: 'UTC' }
  return [
    get('/api/docs', '/api/docs'),
    get(`${api}/openapi.json`, `${api}/openapi.json`),
    get(`${api}/programmes`, `${api}/programmes`),
    sending(`${api}/programmes`, `${api}/programmes`, { name: 'Another' }),
    get(`${api}/programmes/:id`, programme),
    patching(`${api}/programmes/:id`, programme, { policy: { standIns: [t.mentorId] } }),
    sending(`${api}/programmes/:id/closure`, `${programme}/closure`, { cancelFixed: false }),
    get(`${api}/programmes/:id/formats`, `${programme}/formats`),
    sending(`${api}/programmes/:id/formats`, `${programme}/formats`, { name: 'Two', after: [t.formatId] }),
    get(`${api}/formats/:id`, `${api}/formats/${t.formatId}`),
    patching(`${api}/formats/:id`, `${api}/formats/${t.formatId}`, { after: [t.otherFormatId] }),
    get(`${api}/programmes/:id/tracks`, `${programme}/tracks`),
    sending(`${api}/programmes/:id/tracks`, `${programme}/tracks`, {
      ...{ name: 'Three', formatIds: [t.formatId, t.otherFormatId, t.thirdFormatId] },
    }),
    get(`${api}/tracks/:id`, `${api}/tracks/${t.trackId}`),
    patching(`${api}/tracks/:id`, `${api}/tracks/${t.trackId}`, {
      formatIds: [t.formatId, t.otherFormatId, t.thirdFormatId],
    }),
    get(`${api}/people`, `${api}/people?${here}`),
    get(`${api}/people`, `${api}/people?after=${after.people}`),
    sending(`${api}/people`, `${api}/people`, {
      ...{ ...newcomer, programmeId: t.programmeId, reportsTo: t.mentorId, assistantIds: [t.assistantId] },
    }),
    get(`${api}/people/:id`, person),
    get(`${api}/people/:id`, `${person}?${here}`),
    patching(`${api}/people/:id`, person, { name: 'A' }),
    patching(`${api}/people/:id`, `${person}?${here}`, {
      ...{ reportsTo: t.mentorId, assistantIds: [t.assistantId], rules: { formats: [t.formatId] } },
    }),
    patching(`${api}/people/:id`, `${api}/people/${t.managerId}`, { deputyId: t.mentorId }),
    sending(`${api}/people/:id/departure`, `${person}/departure`, { on: '2027-12-31' }),
    sending(`${api}/people/:id/erasure`, `${person}/erasure`),
    get(`${api}/people/:id/availability`, `${api}/people/${t.mentorId}/availability`),
    putting(`${api}/people/:id/availability`, `${api}/people/${t.mentorId}/availability`, {
      ...{ zone: 'Europe/Paris', weekly: [], exceptions: [] },
    }),
    { route: `POST ${api}/imports`, path: `${api}/imports?${here}&kind=people`, csv: 'email\na@b.example' },
    get(`${api}/imports/:id`, `${api}/imports/${t.importId}`),
    sending(`${api}/imports/:id/confirmation`, `${api}/imports/${t.importId}/confirmation`),
    get(`${api}/programmes/:id/report`, `${programme}/report`),
    get(`${api}/programmes/:id/report/links`, `${programme}/report/links`),
    sending(`${api}/programmes/:id/report/links`, `${programme}/report/links`, {
      ...{ label: 'Board', locale: 'en' },
    }),
    deleting(`${api}/programmes/:id/report/links/:linkId`, `${programme}/report/links/${t.reportLinkId}`),
    get(`${api}/keys`, `${api}/keys`),
    sending(`${api}/keys`, `${api}/keys`, {
      ...{ name: 'The intranet', access: 'read', programmeIds: [t.programmeId], expiresOn: '2027-06-30' },
    }),
    deleting(`${api}/keys/:id`, `${api}/keys/${t.keyId}`),
    get(`${api}/webhooks`, `${api}/webhooks`),
    sending(`${api}/webhooks`, `${api}/webhooks`, {
      ...{ programmeId: t.programmeId, url: 'https://hooks.example/a' },
    }),
    patching(`${api}/webhooks/:id`, `${api}/webhooks/${t.webhookId}`, { types: ['session.fixed'] }),
    deleting(`${api}/webhooks/:id`, `${api}/webhooks/${t.webhookId}`),
    get(`${api}/webhooks/:id/attempts`, `${api}/webhooks/${t.webhookId}/attempts`),
    sending(`${api}/webhooks/:id/attempts`, `${api}/webhooks/${t.webhookId}/attempts`),
    sending(
      `${api}/webhooks/:id/attempts/:messageId/retry`,
      `${api}/webhooks/${t.webhookId}/attempts/${t.messageId}/retry`,
    ),
    get(`${api}/programmes/:id/export`, `${programme}/export?kind=people`),
    get(`${api}/pairings`, `${api}/pairings?${here}`),
    get(`${api}/pairings`, `${api}/pairings?after=${after.pairings}`),
    sending(`${api}/pairings`, `${api}/pairings`, { programmeId: t.programmeId, ...mentoring }),
    sending(`${api}/pairings`, `${api}/pairings`, mentoring),
    get(`${api}/pairings/:id`, `${api}/pairings/${t.pairingId}`),
    patching(`${api}/pairings/:id`, `${api}/pairings/${t.pairingId}`, { trackId: t.trackId }),
    patching(`${api}/pairings/:id`, `${api}/pairings/${t.pairingId}`, { place: null }),
    get(`${api}/pairings/:id/path`, `${api}/pairings/${t.pairingId}/path`),
    get(`${api}/pairings/:id/slots`, `${api}/pairings/${t.freePairingId}/slots`),
    sending(`${api}/programmes/:id/plans`, `${programme}/plans`),
    get(`${api}/plans/:id`, `${api}/plans/${t.planId}`),
    sending(`${api}/plans/:id/confirmation`, `${api}/plans/${t.planId}/confirmation`),
    sending(`${api}/offers`, `${api}/offers`, { pairingId: t.freePairingId, formatId: t.formatId }),
    get(`${api}/offers/:id`, offer),
    sending(`${api}/offers/:id/answer`, `${offer}/answer`, { optionId: t.optionId }),
    get(`${api}/sessions`, `${api}/sessions?${here}`),
    get(`${api}/sessions`, `${api}/sessions?after=${after.sessions}`),
    sending(`${api}/sessions`, `${api}/sessions`, {
      ...{ pairingId: t.freePairingId, start: '2027-03-19T10:00:00Z', formatId: t.formatId },
    }),
    get(`${api}/sessions/:id`, session),
    get(`${api}/sessions/:id/history`, `${session}/history`),
    sending(`${api}/sessions/:id/time`, `${session}/time`, { start: START, mentorId: t.mentorId }),
    sending(`${api}/sessions/:id/place`, `${session}/place`, { place: { kind: 'room', room: 'Blue' } }),
    sending(`${api}/sessions/:id/format`, `${session}/format`, { formatId: t.formatId }),
    sending(`${api}/sessions/:id/answers`, `${session}/answers`, {
      ...{ personId: t.executiveId, partstat: 'ACCEPTED' },
    }),
    sending(`${api}/sessions/:id/counters/:counterId/acceptance`, `${counter}/acceptance`),
    sending(`${api}/sessions/:id/counters/:counterId/refusal`, `${counter}/refusal`),
    sending(`${api}/sessions/:id/cancellation`, `${session}/cancellation`),
    get(`${api}/sessions/:id/outcome`, `${api}/sessions/${t.loggedSessionId}/outcome`),
    sending(`${api}/sessions/:id/outcome`, `${api}/sessions/${t.pastSessionId}/outcome`, {
      result: 'happened',
    }),
    sending(`${api}/sessions/:id/correction`, `${api}/sessions/${t.loggedSessionId}/correction`, {
      ...{ result: 'cut-short', reason: 'A slip.' },
    }),
    get(`${api}/search`, `${api}/search?q=a`),
    get(`${api}/health`, `${api}/health`),
    get(`${api}/deliveries`, `${api}/deliveries?${here}`),
    get(`${api}/deliveries`, `${api}/deliveries?after=${after.deliveries}`),
    sending(`${api}/deliveries/retry`, `${api}/deliveries/retry`, { programmeId: t.programmeId }),
    sending(`${api}/deliveries/resumption`, `${api}/deliveries/resumption`, { waiting: 'send' }),
    sending(`${api}/deliveries/:id/retry`, `${api}/deliveries/${t.letterId}/retry`),
    get(`${api}/today`, `${api}/today?${here}`),
    sending(`${api}/today/snoozes`, `${api}/today/snoozes`, {
      ...{ key: `counter:${t.counterId}`, until: '2027-03-20' },
    }),
    sending('/mcp', '/mcp', {
      ...{ jsonrpc: '2.0', id: 1, method: 'tools/call' },
      params: { name: 'read_pairing', arguments: { pairingId: t.pairingId } },
    }),
  ]
}
