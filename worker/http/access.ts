/**
 * Every route of the house and who may ask it; there is no other list. `anyone` needs no proof, `link` shows a token
 * from a mail, the others are roles of somebody signed in, who still sees only what is his.
 */
export type Asker = 'anyone' | 'link' | 'member' | 'manager' | 'mentor'
export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH'
  readonly path: string
  readonly actors: readonly Asker[]
}

const get = (path: string, ...actors: readonly Asker[]): Route => ({ method: 'GET', path, actors })
const post = (path: string, ...actors: readonly Asker[]): Route => ({ method: 'POST', path, actors })
const put = (path: string, ...actors: readonly Asker[]): Route => ({ method: 'PUT', path, actors })
const patch = (path: string, ...actors: readonly Asker[]): Route => ({ method: 'PATCH', path, actors })

export const routes: readonly Route[] = [
  get('/health', 'anyone'),
  get('/', 'anyone'),
  get('/sign-in', 'anyone'),
  post('/sign-in', 'anyone'),
  post('/sign-in/confirmation', 'anyone'),
  post('/sign-out', 'anyone'),

  get('/calendar.ics', 'link'),
  get('/answer', 'link'),
  post('/answer', 'link'),
  get('/invite', 'link'),
  post('/invite', 'link'),
  get('/confirm', 'link'),
  post('/confirm', 'link'),
  get('/log', 'link'),
  post('/log', 'link'),

  get('/today', 'manager'),
  post('/today/snoozes', 'manager'),
  get('/calendar', 'manager'),
  get('/calendar/feed', 'manager'),
  get('/sessions/:id', 'manager'),
  post('/sessions/:id/time', 'manager'),
  post('/sessions/:id/place', 'manager'),
  post('/sessions/:id/answers', 'manager'),
  post('/sessions/:id/cancellation', 'manager'),
  post('/sessions/:id/outcome', 'manager', 'mentor'),
  post('/sessions/:id/counters/:counterId/acceptance', 'manager'),
  post('/sessions/:id/counters/:counterId/refusal', 'manager'),
  get('/pairings', 'manager'),
  post('/pairings', 'manager'),
  get('/pairings/:id', 'manager'),
  post('/pairings/:id', 'manager'),
  get('/pairings/:id/offer', 'manager'),
  post('/pairings/:id/offers', 'manager'),
  post('/pairings/:id/sessions', 'manager'),
  get('/people', 'manager'),
  post('/people', 'manager'),
  get('/people/:id', 'manager'),
  post('/people/:id', 'manager'),
  post('/people/:id/availability', 'manager', 'mentor'),
  post('/people/:id/assistants', 'manager'),
  post('/people/:id/rules', 'manager'),
  post('/people/:id/closed-weeks', 'manager', 'mentor'),
  post('/sessions/:id/answers/undo', 'manager'),
  get('/received/:id', 'manager'),
  post('/received/:id', 'manager'),
  get('/deliveries', 'manager'),
  post('/deliveries/:id/retry', 'manager'),
  post('/deliveries/:id/address', 'manager'),
  get('/programmes', 'manager'),
  get('/programmes/:id', 'manager'),
  post('/programmes/:id', 'manager'),
  post('/programmes/:id/plans', 'manager'),
  get('/plans/:id', 'manager'),
  post('/plans/:id/confirmation', 'manager'),
  get('/plans/:id/rows/:pairingId', 'manager'),
  post('/plans/:id/rows/:pairingId', 'manager'),

  get('/mine', 'mentor'),
  get('/availability', 'mentor'),

  get('/api/v1/openapi.json', 'anyone'),
  get('/api/v1/programmes', 'member'),
  post('/api/v1/programmes', 'manager'),
  get('/api/v1/programmes/:id', 'manager'),
  patch('/api/v1/programmes/:id', 'manager'),
  get('/api/v1/people', 'manager'),
  post('/api/v1/people', 'manager'),
  patch('/api/v1/people/:id', 'manager'),
  put('/api/v1/people/:id/availability', 'manager', 'mentor'),
  get('/api/v1/pairings', 'manager', 'mentor'),
  post('/api/v1/pairings', 'manager'),
  patch('/api/v1/pairings/:id', 'manager'),
  get('/api/v1/pairings/:id/slots', 'manager'),
  post('/api/v1/programmes/:id/plans', 'manager'),
  get('/api/v1/plans/:id', 'manager'),
  post('/api/v1/plans/:id/confirmation', 'manager'),
  post('/api/v1/offers', 'manager'),
  post('/api/v1/offers/:id/answer', 'manager'),
  get('/api/v1/sessions', 'manager', 'mentor'),
  post('/api/v1/sessions', 'manager'),
  get('/api/v1/sessions/:id', 'manager', 'mentor'),
  get('/api/v1/sessions/:id/history', 'manager'),
  post('/api/v1/sessions/:id/time', 'manager'),
  post('/api/v1/sessions/:id/place', 'manager'),
  post('/api/v1/sessions/:id/answers', 'manager'),
  post('/api/v1/sessions/:id/counters/:counterId/acceptance', 'manager'),
  post('/api/v1/sessions/:id/counters/:counterId/refusal', 'manager'),
  post('/api/v1/sessions/:id/cancellation', 'manager'),
  post('/api/v1/sessions/:id/outcome', 'manager', 'mentor'),
  get('/api/v1/deliveries', 'manager'),
  post('/api/v1/deliveries/:id/retry', 'manager'),
  get('/api/v1/today', 'manager'),
  post('/api/v1/today/snoozes', 'manager'),
]
