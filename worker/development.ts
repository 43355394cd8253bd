import { Hono } from 'hono'

const app = new Hono<{ Bindings: Env }>()
app.get('/health', (c) => c.json({ ok: true }))
app.get('/dev/people.json', (c) => c.json([]))
app.get('/dev/mail.json', (c) => c.json([]))

export default {
  fetch: app.fetch,
  email: (message: ForwardableEmailMessage, _env: Env, _context: ExecutionContext) => message.setReject('not yet'),
  scheduled: (controller: ScheduledController, _env: Env, _context: ExecutionContext) => controller.noRetry(),
}
