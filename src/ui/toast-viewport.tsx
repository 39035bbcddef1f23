import { clsx } from 'clsx';
import X from 'lucide-react/icons/x';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from './button';
import { IconButton } from './icon-button';
import { nextTask } from './next-task';
import { Progress } from './progress';
import { TOAST_MS, type Toast, toastStore, toasts } from './toasts';

/** Where toasts appear: bottom right, over everything but dialogs. Time stands still under pointer or focus. */
export function ToastViewport() {
  const current = useStore(toastStore, (state) => state.toasts);
  const [held, setHeld] = useState(false);
  const section = useRef<HTMLElement>(null);
  useEffect(
    () =>
      toastStore.subscribe(
        () =>
          void nextTask().then(() =>
            // A button that goes with its toast is not left by pointer or focus.
            setHeld((before) => before && section.current?.matches(':hover, :focus-within') === true),
          ),
      ),
    [],
  );
  return (
    // Holding the time is no act of its own: whoever uses neither pointer nor focus finds 10 s and the keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={section}
      aria-label="Notifications"
      className="toasts pointer-events-none fixed right-3 left-3 z-30 flex flex-col items-end gap-2"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {current.map((toast) => (
        <ToastCard key={toast.id} toast={toast} held={held} />
      ))}
    </section>
  );
}

function ToastCard({ toast, held }: { toast: Toast; held: boolean }) {
  const { id, text, detail, tone = 'neutral', actions = [], progress, duration = TOAST_MS } = toast;
  useExpiry(toast, held || Boolean(progress) || duration === null, duration ?? TOAST_MS);
  return (
    <div className="appear pointer-events-auto w-fit max-w-full overflow-hidden rounded bg-raised shadow-float sm:max-w-md forced-colors:border">
      <div className="flex items-start gap-3 py-1.5 pr-1.5 pl-3">
        <div className="min-w-0 flex-1 py-1 text-sm">
          <p className={clsx('line-clamp-3 wrap-anywhere', tone === 'danger' && 'text-danger')}>{text}</p>
          {detail && <p className="line-clamp-3 text-xs text-muted wrap-anywhere">{detail}</p>}
        </div>
        <div className="flex shrink-0 items-center gap-1">
          {actions.map((action) => (
            <Button
              key={action.label}
              variant="ghost"
              className="font-medium"
              keys={action.keys}
              onClick={() => {
                if (!action.stays) toasts.dismiss(id);
                action.onAct();
              }}
            >
              {action.label}
            </Button>
          ))}
          <IconButton
            name="Dismiss"
            icon={<X aria-hidden="true" size={14} />}
            onClick={() => toasts.dismiss(id)}
          />
        </div>
      </div>
      {progress && (
        <Progress label={text} value={progress.value} max={progress.max} className="rounded-none" />
      )}
    </div>
  );
}

/** Dismisses a toast after its time; a hold or new content starts the time again. */
function useExpiry(toast: Toast, held: boolean, ms: number) {
  const expire = useEffectEvent(() => toasts.dismiss(toast.id));
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(expire, Math.max(TOAST_MS, ms));
    return () => clearTimeout(timer);
    // New content under the same id gets its full time.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [held, ms, toast]);
}
