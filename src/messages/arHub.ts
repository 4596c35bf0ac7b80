import type { HubKey } from './enHub.js';
import type { Message } from './format.js';

/** Arabic text of the hub of integrations. */
export const arHub: Readonly<Record<HubKey, Message>> = {
  'hub.heading': 'التكاملات',
  'hub.search': 'البحث في التكاملات',
  'hub.filter': 'الحالة',
  'hub.filter.all': 'كل الحالات',
  'hub.count': {
    zero: 'لا تكاملات',
    one: 'تكامل واحد',
    two: 'تكاملان',
    few: '{count} تكاملات',
    many: '{count} تكاملًا',
    other: '{count} تكامل',
  },
  'hub.state.inactive': 'غير مفعَّل',
  'hub.state.active': 'مفعَّل',
  'hub.state.attention': 'يحتاج إلى انتباهك',
  'hub.state.unavailable': 'غير متاح',
  'hub.state.unknown': 'غير معروف حاليًا',
  'hub.activations': {
    zero: 'لا عمليات تفعيل',
    one: 'عملية تفعيل واحدة',
    two: 'عمليتا تفعيل',
    few: '{count} عمليات تفعيل',
    many: '{count} عملية تفعيل',
    other: '{count} عملية تفعيل',
  },
  'hub.none': 'لا يوجد تكامل هنا بعد.',
  'hub.noMatch': 'لا يوجد تكامل مطابق.',
  'hub.clear': 'عرض كل التكاملات',
  'hub.back': 'كل التكاملات',
  'hub.close': 'إغلاق',
};
