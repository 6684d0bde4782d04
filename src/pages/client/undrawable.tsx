/** What stands in the place of a payload that a page cannot draw. */
import { Component, type ReactNode } from 'react';

/** A payload that does not fit what is drawn must not take the page with it. React has no hook for this. */
export class Undrawable extends Component<{ words: string; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return <p className="undrawable">{this.props.words}</p>;
  }
}
