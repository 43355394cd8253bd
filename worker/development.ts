import { Hono } from 'hono'

const app = new Hono<{ Bindings: Env }>()
app.get('/health', (c) => c.json({ ok: true }))
app.get('/dev/people.json', (c) => c.json([]))
app.get('/dev/mail.json', async (c) => {
  const has = await c.env.DB.prepare('SELECT count(*) AS n FROM sqlite_master').first()
  return c.json([has])
})

export default {
  fetch: app.fetch,
  scheduled: (event: ScheduledController) => console.log('scheduled', event.cron, event.scheduledTime),
}
