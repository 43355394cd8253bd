import { endOwnKey } from '../../actions/key/end.ts'
import { makeKey } from '../../actions/key/make.ts'
import { listKeys } from '../../storage/key/key.ts'
import { type App, identityOf } from '../context.ts'
import { refused } from '../responses.tsx'
import { pathId } from './load.ts'
import { invalid, withBody } from './request.ts'
import { keyJson, keyWish } from './shapes/key.ts'
import { nothing } from './shapes/values.ts'

/** The caller's own keys. No key opens any of this: it asks for a sign-in. */
export function keyApi(app: App): void {
  app.get('/api/v1/keys', async (c) => {
    const { person } = identityOf(c)
    const keys = await listKeys(c.get('platform').db, person.id)
    return c.json({ keys: keys.map((each) => keyJson(each, person.zone)) })
  })

  app.post(
    '/api/v1/keys',
    withBody(keyWish, async (c, { id, programmeIds = [], ...wish }) => {
      const { person, actor, isOwner } = identityOf(c)
      if (wish.access !== 'health' && programmeIds.length === 0)
        return invalid(c, [{ path: ['programmeIds'], message: 'Name at least one programme.' }])
      const platform = c.get('platform')
      const asked = { ...wish, id: id ?? platform.newId('key'), programmes: programmeIds }
      const made = await makeKey(platform, asked, { maker: person, actor, isOwner })
      if (!made.ok) return refused(c, made.refusal)
      const { key, token } = made.value
      return c.json({ ...keyJson(key, person.zone), key: token }, 201)
    }),
  )

  app.delete(
    '/api/v1/keys/:id',
    withBody(nothing, async (c) => {
      const { person } = identityOf(c)
      const ended = await endOwnKey(c.get('platform'), pathId(c, 'key'), person.id)
      return ended.ok ? c.json(keyJson(ended.value, person.zone)) : refused(c, ended.refusal)
    }),
  )
}
