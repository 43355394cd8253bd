import { changeWebhook, endOwnWebhook } from '../../actions/webhook/change.ts'
import { makeWebhook } from '../../actions/webhook/make.ts'
import { sendAgain, sendTest } from '../../actions/webhook/send-again.ts'
import { managedBy } from '../../domain/people/permission.ts'
import { typesOf } from '../../domain/webhook/told.ts'
import { listMessages } from '../../storage/webhook/message.ts'
import { findWebhook, listWebhooks, type Whose } from '../../storage/webhook/webhook.ts'
import { type App, type AppContext, identityOf } from '../context.ts'
import { refused } from '../responses.tsx'
import { pathId } from './load.ts'
import { withBody } from './request.ts'
import { nothing } from './shapes/values.ts'
import { messageJson, webhookJson, webhookPatch, webhookWish } from './shapes/webhook.ts'

/** As many as an answer or a page shows. */
export const MESSAGES_SHOWN = 100

/** The caller's own webhooks, in the programmes that she manages; of a key, in those that it names. The owner has those of health. */
export function webhookApi(app: App): void {
  app.get('/api/v1/webhooks', async (c) => {
    const webhooks = await listWebhooks(c.get('platform'), whoseOf(c))
    return c.json({ webhooks: webhooks.map(webhookJson) })
  })

  app.post(
    '/api/v1/webhooks',
    withBody(webhookWish, async (c, { id, types, ...wish }) => {
      const { person, actor, isOwner } = identityOf(c)
      const platform = c.get('platform')
      const told = types ?? typesOf(wish.programmeId)
      const asked = { ...wish, types: told, id: id ?? platform.newId('whk') }
      const made = await makeWebhook(platform, asked, { maker: person, actor, isOwner })
      if (!made.ok) return refused(c, made.refusal)
      return c.json({ ...webhookJson(made.value.webhook), secret: made.value.secret }, 201)
    }),
  )

  app.patch(
    '/api/v1/webhooks/:id',
    withBody(webhookPatch, async (c, change) => {
      const changed = await changeWebhook(c.get('platform'), pathId(c, 'whk'), change, whoseOf(c))
      if (!changed.ok) return refused(c, changed.refusal)
      return c.json({ ...webhookJson(changed.value.webhook), secret: changed.value.secret })
    }),
  )

  app.delete(
    '/api/v1/webhooks/:id',
    withBody(nothing, async (c) => {
      const ended = await endOwnWebhook(c.get('platform'), pathId(c, 'whk'), whoseOf(c))
      return ended.ok ? c.json(webhookJson(ended.value)) : refused(c, ended.refusal)
    }),
  )

  messageApi(app)
}

/** What a webhook was told, and its calls. */
function messageApi(app: App): void {
  app.get('/api/v1/webhooks/:id/attempts', async (c) => {
    const platform = c.get('platform')
    const webhook = await findWebhook(platform, pathId(c, 'whk'), whoseOf(c))
    if (!webhook) return refused(c, { reason: 'not-found' })
    const messages = await listMessages(platform.db, webhook.id, MESSAGES_SHOWN)
    return c.json({ messages: messages.map(messageJson) })
  })

  app.post(
    '/api/v1/webhooks/:id/attempts',
    withBody(nothing, async (c) => {
      const sent = await sendTest(c.get('platform'), pathId(c, 'whk'), whoseOf(c))
      return sent.ok ? c.json(messageJson(sent.value), 201) : refused(c, sent.refusal)
    }),
  )

  app.post(
    '/api/v1/webhooks/:id/attempts/:messageId/retry',
    withBody(nothing, async (c) => {
      const which = { webhookId: pathId(c, 'whk'), messageId: pathId(c, 'msg', 'messageId') }
      const sent = await sendAgain(c.get('platform'), which, whoseOf(c))
      return sent.ok ? c.json(messageJson(sent.value)) : refused(c, sent.refusal)
    }),
  )
}

export function whoseOf(c: AppContext): Whose {
  const { person, actor, isOwner } = identityOf(c)
  return { personId: person.id, reach: managedBy(actor), isOwner }
}
