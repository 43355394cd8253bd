import type { Child } from 'hono/jsx'

export function Fact({ term, children }: { readonly term: string; readonly children: Child }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  )
}
