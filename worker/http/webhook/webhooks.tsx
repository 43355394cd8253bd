import { paths } from '../../../web/pages/paths.ts'
import { OF_HEALTH, WebhooksPage } from '../../../web/pages/webhook/webhooks.tsx'
import { EMPTY_FORM, type FormState } from '../../../web/parts/form.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { type MadeWebhook, makeWebhook } from '../../actions/webhook/make.ts'
import { isId, type ProgrammeId } from '../../domain/ids.ts'
import { managedBy } from '../../domain/people/permission.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { WebhookWish } from '../../domain/webhook/make.ts'
import { HEALTH_TYPES, PROGRAMME_TYPES } from '../../domain/webhook/told.ts'
import { listWebhooks } from '../../storage/webhook/webhook.ts'
import { whoseOf } from '../api/webhooks.ts'
import { type App, type AppContext, identityOf } from '../context.ts'
import { fieldReaderOf, type FormFields } from '../forms/field-reader.ts'
import { fieldsOf, stringsOf } from '../forms/fields.ts'
import { frameOf } from '../frame.ts'
import { explain } from '../refusals.ts'
import { aboutOf, webhookPage } from './webhook.tsx'

/** Where a manager or the owner makes webhooks, and sees what they were told. */
export function webhookPages(app: App): void {
  app.get(paths.webhooks, (c) => page(c, EMPTY_FORM))

  app.post(paths.webhooks, async (c) => {
    const { person, actor, isOwner } = identityOf(c)
    const fields = await fieldsOf(c)
    const values = stringsOf(fields)
    const wish = readWish(c, fields)
    if (!wish.ok) return page(c, { values, errors: wish.refusal })
    const made = await makeWebhook(c.get('platform'), wish.value, { maker: person, actor, isOwner })
    // Its secret is nowhere but in this answer, so nothing leads on to another page.
    if (made.ok) return page(c, EMPTY_FORM, made.value)
    const { code, sentence } = explain(made.refusal, person)
    c.set('refused', code)
    const field = made.refusal.reason === 'webhook-url' ? 'url' : ''
    return page(c, { values, errors: [{ field, message: sentence }] })
  })

  webhookPage(app)
}

async function page(c: AppContext, form: FormState, made: MadeWebhook | null = null): Promise<Response> {
  const platform = c.get('platform')
  const webhooks = await listWebhooks(platform, whoseOf(c))
  const data = {
    lines: webhooks.map((each) => ({ ...each, programme: aboutOf(c, each.programmeId) })),
    made: made && { secret: made.secret },
    programmes: managedOf(c),
    isOwner: identityOf(c).isOwner,
    newId: platform.newId('whk'),
  }
  return c.html(
    <WebhooksPage frame={frameOf(c, null)} {...data} form={form} />,
    form.errors.length > 0 ? 422 : 200,
  )
}

function managedOf(c: AppContext) {
  const { actor, programmes } = identityOf(c)
  const managed = new Set<ProgrammeId>(managedBy(actor))
  return programmes.filter(({ id }) => managed.has(id))
}

function readWish(c: AppContext, fields: FormFields): Result<WebhookWish, FormState['errors']> {
  const { rules, webhooks: words } = wordsFor(identityOf(c).person)
  const reader = fieldReaderOf(fields, rules)
  const isOfHealth = identityOf(c).isOwner && fields['programme'] === OF_HEALTH
  const chosen = PROGRAMME_TYPES.filter((type) => reader.checked('type-').includes(type))
  const types = isOfHealth ? HEALTH_TYPES : chosen
  if (types.length === 0) reader.wrong('', words.noTypes)
  if (reader.errors.length > 0) return refuse(reader.errors)
  const { id = '', programme = '' } = fields
  return accept({
    id: isId('whk', id) ? id : c.get('platform').newId('whk'),
    programmeId: isOfHealth ? null : isId('prg', programme) ? programme : 'prg_none',
    url: reader.text('url'),
    types,
  })
}
