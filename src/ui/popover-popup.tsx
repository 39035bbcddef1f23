import { Popover } from '@base-ui/react/popover';
import type { ReactNode, RefObject } from 'react';

interface PopoverPopupProps {
  label: string;
  anchor: RefObject<HTMLElement | null>;
  align: 'start' | 'end';
  onClose: () => void;
  children: ReactNode;
}

/** The heavy half of `Popover`: open as long as it is rendered. */
export function PopoverPopup({ label, anchor, align, onClose, children }: PopoverPopupProps) {
  return (
    <Popover.Root
      open
      onOpenChange={(next, details) => {
        // The press on the button is the button's own to answer.
        const pressed = details.event.target;
        if (!next && !(pressed instanceof Node && anchor.current?.contains(pressed))) onClose();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner
          anchor={anchor}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 outline-none"
        >
          <Popover.Popup
            aria-label={label}
            finalFocus={anchor}
            className="appear max-h-(--available-height) w-72 max-w-[calc(100vw-16px)] overflow-y-auto rounded bg-raised p-3 shadow-float -outline-offset-2 forced-colors:border"
          >
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
