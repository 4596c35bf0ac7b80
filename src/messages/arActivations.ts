import type { ActivationsKey } from './enActivations.js';
import type { Message } from './format.js';

/** Arabic text of the list of activations. */
export const arActivations: Readonly<Record<ActivationsKey, Message>> = {
  'activations.heading': 'مفعَّل الآن',
  'activations.headingCount': {
    zero: 'مفعَّل الآن',
    one: 'مفعَّل الآن · {count}',
    two: 'مفعَّل الآن · {count}',
    few: 'مفعَّل الآن · {count}',
    many: 'مفعَّل الآن · {count}',
    other: 'مفعَّل الآن · {count}',
  },
  'activations.variables': 'الإعدادات',
  'activations.none': 'لا شيء مفعَّل.',
  'activations.add': 'تفعيل مرة أخرى',
  'activations.more': 'عرض المزيد',
  'activations.filter': 'تصفية حسب الحساب',
  'activations.count': {
    zero: 'لا عمليات تفعيل',
    one: 'عملية تفعيل واحدة',
    two: 'عمليتا تفعيل',
    few: '{count} عمليات تفعيل',
    many: '{count} عملية تفعيل',
    other: '{count} عملية تفعيل',
  },
  'activations.tooMany':
    '{integration} مفعَّل أكثر من مرة ({count})، ويؤدي عمله مرة عن كل تفعيل. أنهِ ما لم تعد بحاجة إليه.',
  'activation.edit': 'تعديل الإعدادات',
  'activation.edit.of': 'تعديل الإعدادات: {name}',
  'activation.replace': 'استبدال',
  'activation.replace.of': 'استبدال {name}',
  'activation.end': 'إنهاء',
  'activation.end.of': 'إنهاء {name}',
  'activation.broken':
    'تسجيل الدخول إلى {connection} لا يعمل، لذلك لا يستطيع {integration} أداء عمله معه.',
  'activation.brokenForGood':
    'تسجيل الدخول إلى {connection} لا يعمل، لذلك لا يستطيع {integration} أداء عمله معه. يُرجى التواصل مع الدعم.',
  'activation.reconnect': 'إعادة الربط',
  'activation.reconnect.of': 'إعادة الربط: {connection}',
  'activation.reconnectFailed': 'تعذّرت إعادة الربط. لم يتغيّر شيء؛ أعد المحاولة.',
  'activation.useAnother': 'استخدام حساب آخر',
  'activation.useAnother.of': 'استخدام حساب آخر لـ {template}',
  'end.done': 'تم إنهاء {integration}. تبقى حساباتك مربوطة.',
  'edit.done': 'تم حفظ تغييراتك.',
  'edit.gone': 'تم إنهاء {integration} من مكان آخر في هذه الأثناء، فلم يُحفظ شيء.',
  'replace.done': 'تم استبدال {integration}، وانتهى التفعيل السابق.',
};
