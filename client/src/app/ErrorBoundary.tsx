import { Component, type ReactNode } from 'react'

interface ErrorBoundaryProps {
  readonly children: ReactNode
  readonly fallback: ReactNode
  /** When it changes, another try is made. */
  readonly resetOn?: unknown
}

interface ErrorBoundaryState {
  readonly failed: boolean
  readonly resetOn: unknown
}

/** Keeps what broke inside its place. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failed: false, resetOn: this.props.resetOn }

  static getDerivedStateFromError(): Partial<ErrorBoundaryState> {
    return { failed: true }
  }

  static getDerivedStateFromProps(
    props: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): Partial<ErrorBoundaryState> | null {
    return props.resetOn === state.resetOn ? null : { failed: false, resetOn: props.resetOn }
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children
  }
}
