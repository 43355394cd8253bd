import type { World } from './world.ts'

/** What stands on Nadia's Today, by kind. */
export async function kindsOnToday({ as, nadia }: World): Promise<readonly string[]> {
  const { body } = await (await as(nadia)).get('/api/v1/today')
  const { items }: { readonly items: readonly { readonly kind: string }[] } = Object(body)
  return items.map(({ kind }) => kind)
}
