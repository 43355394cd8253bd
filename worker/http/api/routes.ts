import type { App } from '../context.ts'

export function apiRoutes(_app: App): void {}
