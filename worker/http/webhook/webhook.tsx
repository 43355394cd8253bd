import { paths } from '../../../web/pages/paths.ts'
import { WebhookPage } from '../../../web/pages/webhook/webhook.tsx'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { changeWebhook, endOwnWebhook } from '../../actions/webhook/change.ts'
import { sendAgain, sendTest } from '../../actions/webhook/send-again.ts'
import { isId, type ProgrammeId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import { listMessages } from '../../storage/webhook/message.ts'
import { findWebhook } from '../../storage/webhook/webhook.ts'
import { pathId } from '../api/load.ts'
import { MESSAGES_SHOWN, whoseOf } from '../api/webhooks.ts'
import { type App, type AppContext, identityOf } from '../context.ts'
import { fieldsOf } from '../forms/fields.ts'
import { frameOf } from '../frame.ts'
import { afterSaving, type Saved } from '../manager/after-press.ts'
import { refused } from '../responses.tsx'

/** One webhook, and what can be done with it. */
export function webhookPage(app: App): void {
  app.get('/webhooks/:id', (c) => page(c))

  app.post('/webhooks/:id', async (c) => {
    const { act = '', message = '' } = await fieldsOf(c)
    const platform = c.get('platform')
    const [id, whose] = [pathId(c, 'whk'), whoseOf(c)]
    switch (act) {
      case 'on':
      case 'off':
        return done(c, await changeWebhook(platform, id, { state: act }, whose), `webhook-${act}`)
      case 'test':
        return done(c, await sendTest(platform, id, whose), 'webhook-test')
      case 'again': {
        const which = { webhookId: id, messageId: isId('msg', message) ? message : ('msg_none' as const) }
        return done(c, await sendAgain(platform, which, whose), 'webhook-again')
      }
      case 'end':
        return done(c, await endOwnWebhook(platform, id, whose), 'webhook-ended')
      case 'rotate': {
        const changed = await changeWebhook(platform, id, { rotate: true }, whose)
        return changed.ok ? page(c, changed.value.secret) : refused(c, changed.refusal)
      }
      default:
        return refused(c, { reason: 'not-found' })
    }
  })
}

async function page(c: AppContext, secret: string | null = null): Promise<Response> {
  const platform = c.get('platform')
  const webhook = await findWebhook(platform, pathId(c, 'whk'), whoseOf(c))
  if (!webhook) return refused(c, { reason: 'not-found' })
  const data = {
    programme: aboutOf(c, webhook.programmeId),
    messages: await listMessages(platform.db, webhook.id, MESSAGES_SHOWN),
    made: secret === null ? null : { secret },
  }
  return c.html(<WebhookPage frame={frameOf(c, null)} webhook={webhook} {...data} />)
}

function done(c: AppContext, result: Result<unknown, Refusal>, what: Saved): Response | Promise<Response> {
  if (!result.ok) return refused(c, result.refusal)
  return c.redirect(afterSaving(paths.webhook(pathId(c, 'whk')), what), 303)
}

/** The name of its programme, or that it is of health. */
export function aboutOf(c: AppContext, id: ProgrammeId | null): string {
  const { person, programmes } = identityOf(c)
  if (id === null) return wordsFor(person).webhooks.ofHealth
  return programmes.find((each) => each.id === id)?.name ?? id
}
