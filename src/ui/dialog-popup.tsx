import { Dialog } from '@base-ui/react/dialog';
import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { useRef } from 'react';
import { buttonClass } from './button-class';
import type { DialogProps } from './dialog';
import { ICON_GHOST } from './icon-button';

const WIDTHS = { small: 'sm:max-w-96', medium: 'sm:max-w-lg', large: 'sm:max-w-3xl' } as const;

/** The heavy half of `Dialog`. */
export function DialogPopup(props: DialogProps) {
  const { open, onClose, title, description, children, footer, width = 'small', hideTitle = false } = props;
  const body = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="fade fixed inset-0 z-40 bg-scrim" />
        <Dialog.Viewport className="fixed inset-0 z-40 flex items-end justify-center sm:items-start sm:pt-[12vh]">
          <Dialog.Popup
            data-modal=""
            // What the dialog asks for comes first, its Close button last.
            initialFocus={() =>
              body.current?.querySelector<HTMLElement>('input,select,textarea,button,[tabindex="0"]') ?? true
            }
            className={clsx(
              'rise flex max-h-[85dvh] w-full flex-col overflow-hidden rounded bg-raised shadow-float outline-none sm:mx-4',
              'forced-colors:border',
              WIDTHS[width],
            )}
          >
            <div className={clsx('flex items-start gap-2 pt-3 pr-2 pl-4', hideTitle && 'sr-only')}>
              <div className="min-w-0 flex-1 pt-1">
                <Dialog.Title className="text-base font-medium wrap-anywhere">{title}</Dialog.Title>
                {description && (
                  <Dialog.Description className="mt-1 text-sm text-muted text-pretty wrap-anywhere">
                    {description}
                  </Dialog.Description>
                )}
              </div>
              <Dialog.Close
                aria-label="Close"
                className={buttonClass({ variant: 'ghost', className: `w-control px-0! ${ICON_GHOST}` })}
              >
                <X aria-hidden="true" size={16} />
              </Dialog.Close>
            </div>
            <div ref={body} className="flex min-h-0 flex-1 flex-col">
              {children && (
                <div className={clsx('min-h-0 overflow-y-auto', !hideTitle && 'px-4 pt-3')}>{children}</div>
              )}
              {footer && <div className="flex flex-wrap justify-end gap-2 px-4 pt-4 pb-4">{footer}</div>}
            </div>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
