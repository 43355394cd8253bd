import { PROGRAMME_TYPES } from '../../worker/domain/webhook/told.ts'
import { type WebhookData, WebhookPage } from '../pages/webhook/webhook.tsx'
import { type WebhookLine, type WebhooksData, WebhooksPage } from '../pages/webhook/webhooks.tsx'
import { EMPTY_FORM } from '../parts/form.ts'
import { wordsFor } from '../words/pages/words.ts'
import { sentenceOf } from '../words/refusals/sentence.ts'
import { refusedAt } from './forms.ts'
import { type Chapter, NOW, specimenOf } from './specimen.ts'
import { at } from './times.ts'

const URL = 'https://hooks.northwind.example/sotto?token=1204'
const SINCE = at('2027-03-14T09:00Z')
const LINE: Omit<WebhookLine, 'programme'> = {
  ...{ id: 'whk_1', url: URL, state: 'on', madeAt: SINCE, endedAt: null, failingSince: null },
}
const WEBHOOK: WebhookData['webhook'] = { ...LINE, types: PROGRAMME_TYPES }
const SECRET = `whsec_${'Z'.repeat(43)}=`

/** Addresses that are told what happens. */
export const webhooks: Chapter = {
  title: 'Webhooks',
  specimens: [
    specimenOf<WebhooksData>({
      of: WebhooksPage,
      reader: 'manager',
      usual: ({ frame, cast }) => ({
        ...{ frame, made: null, form: EMPTY_FORM, newId: 'whk_new' },
        lines: [
          { ...LINE, programme: cast.programme },
          { ...LINE, id: 'whk_2', programme: cast.programme, failingSince: SINCE },
          { ...LINE, id: 'whk_3', programme: cast.programme, state: 'stopped', failingSince: SINCE },
          { ...LINE, id: 'whk_4', programme: cast.programme, url: null, endedAt: NOW },
        ],
        programmes: [{ id: 'prg_here', name: cast.programme }],
        isOwner: false,
      }),
      states: {
        'none yet': { lines: [] },
        'one that was made': { made: { secret: SECRET } },
        'a form that was sent twice': { made: { secret: null } },
        'with two programmes': ({ cast }) => ({
          programmes: [
            { id: 'prg_here', name: cast.programme },
            { id: 'prg_there', name: `${cast.programme} 2` },
          ],
        }),
        'to the owner': ({ frame, cast }) => ({
          isOwner: true,
          lines: [
            { ...LINE, id: 'whk_5', programme: wordsFor(frame).webhooks.ofHealth },
            { ...LINE, programme: cast.programme },
          ],
        }),
        'an address that is refused': ({ frame }) => ({
          form: refusedAt('url', sentenceOf({ reason: 'webhook-url' }, frame)),
        }),
      },
    }),
    specimenOf<WebhookData>({
      of: WebhookPage,
      reader: 'manager',
      usual: ({ frame, cast }) => ({
        ...{ frame, webhook: WEBHOOK, programme: cast.programme, made: null },
        messages: [
          { id: 'msg_4', type: 'health.broken', at: NOW, state: 'waiting', dueAt: NOW, attempts: [] },
          { id: 'msg_3', type: 'session.fixed', at: NOW, state: 'waiting', dueAt: NOW, attempts: [] },
          {
            ...{ id: 'msg_2', type: 'offer.answered', at: SINCE, state: 'failed', dueAt: NOW },
            attempts: [
              { at: SINCE, ms: 10_000, status: null, problem: 'timeout' },
              { at: NOW, ms: 12, status: 503, problem: null },
            ],
          },
          {
            ...{ id: 'msg_1', type: 'webhook.test', at: SINCE, state: 'sent', dueAt: SINCE },
            attempts: [{ at: SINCE, ms: 84, status: 204, problem: null }],
          },
        ],
      }),
      states: {
        'nothing told': { messages: [] },
        off: { webhook: { ...WEBHOOK, state: 'off' } },
        stopped: { webhook: { ...WEBHOOK, state: 'stopped', failingSince: SINCE } },
        ended: { webhook: { ...WEBHOOK, endedAt: NOW } },
        'another secret': { made: { secret: SECRET } },
      },
    }),
  ],
}
