import type { MiddlewareHandler } from 'hono'
import { html as jsxText } from 'hono/html'

import { FormCameBack } from '../../../web/parts/form-came-back.tsx'
import { openKeptForm } from '../../actions/sign-in/keep-form.ts'
import { isId } from '../../domain/ids.ts'
import type { AppEnv } from '../context.ts'
import { KEPT } from './own-path.ts'
import { refilled } from './refill.ts'

/** A page that is asked for with a kept form shows that form with what its reader had typed. */
export const refillPage: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  const id = c.req.query(KEPT) ?? ''
  const identity = c.get('identity')
  const isPage = c.res.status === 200 && c.res.headers.get('Content-Type')?.startsWith('text/html')
  if (c.req.method !== 'GET' || !identity || !isId('kpt', id) || !isPage) return
  const { person } = identity
  const sent = await openKeptForm(c.get('platform'), id, person.id)
  if (!sent) return
  const html = await refilled(
    await c.res.text(),
    sent,
    async (about) => jsxText`${<FormCameBack locale={person.locale} {...about} />}`,
  )
  c.res = new Response(html, c.res)
}
