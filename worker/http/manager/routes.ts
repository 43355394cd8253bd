import type { App } from '../context.ts'

export function managerRoutes(_app: App): void {}
